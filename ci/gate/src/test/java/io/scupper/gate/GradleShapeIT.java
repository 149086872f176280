package io.scupper.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A project of Gradle's shape against the packed artifacts: clean, leak, acceptance, regression, each by exit code and message. */
@Timeout(300)
class GradleShapeIT {

    private static final Path SHOP = Path.of("src", "it", "gradle-shop");

    @TempDir
    private Path project;

    private GradleShape gradle;

    @BeforeEach
    void copyTheProject() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SHOP)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = project.resolve(SHOP.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        gradle = new GradleShape(project);
    }

    @Test
    void cleanBuildPassesAndItsTestResultsStayAsTheyAre() throws Exception {
        gradle.test();
        Map<String, String> results = testResults();

        GradleShape.Said said = gradle.leakGate();

        assertThat(said.text()).contains("clean (exit code 0) after 1 leak test");
        assertThat(said.code()).isZero();
        assertThat(results).isNotEmpty().isEqualTo(testResults());
        assertThat(project.resolve("build/reports/leaks/index.html")).exists();
        assertThat(project.resolve("build/reports/leaks.md")).content().contains("clean");
    }

    @Test
    void leakFailsUntilItIsAcceptedAndAgainWhenItGrowsOrItsDayIsOver() throws Exception {
        gradle.test("-Dshop.keeps=true");

        expect(
                gradle.leakGate(),
                1,
                "leak: com.acme.ShopLeakTest.ordersAreNotKept (forked JVM): heap:com.acme.Shop$Order:",
                "Culprit: com.acme.Shop.ORDERS. Brought forth at com.acme.Shop.answer(Shop.java:");
        expect(
                gradle.leakGate("--accepted", "accepted.json"),
                0,
                "is accepted until 2999-12-31 (SHOP-17): orders are kept for the audit");
        expect(
                gradle.leakGate("--accepted", "accepted.json", "--budget", "budget-of-half.json"),
                2,
                "heap:com.acme.Shop$Order +1.000/op, budget +0.500/op; at most +0.600/op are allowed.");
        expect(
                gradle.leakGate("--accepted", "accepted-until-2020.json"),
                1,
                "It was accepted until 2020-12-31 (SHOP-17, orders are kept for the audit), which is over.");
    }

    @Test
    void buildInWhichNoTestRanIsBrokenSetUp() throws Exception {
        expect(gradle.leakGate(), 4, "build/scupper' does not exist. Did the shard that leaves its records there run");
    }

    private static void expect(GradleShape.Said said, int code, String... messages) {
        assertThat(said.text()).contains(messages);
        assertThat(said.code()).isEqualTo(code);
    }

    /** Returns the files that other tools read the results of the tests from. */
    private Map<String, String> testResults() throws IOException {
        var results = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(project.resolve("build/test-results/test"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                results.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return results;
    }
}
