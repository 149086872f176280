package io.scupper.examples.leaktests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Two images of the orders service, compared by the same command as two builds: to it a subject is a word. */
@Tag("long")
@Timeout(900)
class TwoImagesContainerIT {

    private static final String LAST = "localhost/scupper-example/orders:last";
    private static final String NEXT = "localhost/scupper-example/orders:next";

    @TempDir
    private Path records;

    @Test
    void imageThatLeaksIsWorseThanTheLastRelease() throws Exception {
        image(LAST, "remedied");
        image(NEXT, "leaky");

        Comparison comparison = Comparison.of(ComparedOrders.ImageTestCase.class, LAST, NEXT, records);

        assertThat(comparison.code()).as(comparison.said()).isEqualTo(2);
        assertThat(comparison.said()).contains("old, pair 1: " + LAST, "new, pair 1: " + NEXT, "(container)");
        assertThat(comparison.change("heap:io.scupper.examples.orders.AuditEntry per operation"))
                .satisfies(change -> {
                    assertThat(change.judgement()).isEqualTo("worse");
                    assertThat(change.old()).isZero();
                    assertThat(change.low()).isBetween(0.9, 1.0);
                    assertThat(change.high()).isBetween(1.0, 1.1);
                });
    }

    /** The reaper would do it, where it is allowed to run. */
    @AfterEach
    void removeImages() {
        for (String image : new String[] {LAST, NEXT}) {
            DockerClientFactory.lazyClient()
                    .removeImageCmd(image)
                    .withForce(true)
                    .exec();
        }
    }

    private static void image(String name, String build) {
        String base = ImageNameSubstitutor.instance()
                .apply(DockerImageName.parse("eclipse-temurin:17-jre"))
                .asCanonicalNameString();
        new ImageFromDockerfile(name, false)
                .withFileFromPath("orders.jar", Orders.jar(build))
                .withDockerfileFromBuilder(builder -> builder.from(base)
                        .copy("orders.jar", "/orders.jar")
                        .cmd("java", "-jar", "/orders.jar")
                        .build())
                .get();
    }
}
