package io.scupper.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.fault.LargePayload;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The leaky build, in the test's own JVM and from its jar: the leak is found and the interceptor's map named. */
class LeakyBasketsIT {

    @Test
    void aLeakIsFoundInTheApplicationThatSpringBootStarts() {
        assertThatTheLogIsNamed(SpringBootTestCase.class);
    }

    @Tag("long")
    @Test
    void aLeakIsFoundInTheRunnableJar() {
        assertThatTheLogIsNamed(JarTestCase.class);
    }

    private static void assertThatTheLogIsNamed(Class<?> leakTest) {
        var failed = EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(leakTest))
                .execute()
                .testEvents()
                .failed()
                .list();
        assertThat(failed)
                .singleElement()
                .satisfies(event -> assertThat(event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable())
                        .get()
                        .extracting(Throwable::getMessage)
                        .asString()
                        .contains(
                                "heap:" + RequestEntry.class.getName() + ": ",
                                "+1.000 per operation",
                                "culprit   " + RequestLog.class.getName() + ".underway",
                                "answered 413"));
    }

    @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "baskets.build=leaky")
    @LeakTest(within = "3s")
    static class SpringBootTestCase {

        @LargePayload(to = "POST /baskets", size = "8KiB", times = 1055)
        @ReturnsToBaseline
        void basketsThatAreTooLargeAreForgotten() {}
    }

    @LeakTest(within = "3s", runtime = Where.CONTAINER)
    static class JarTestCase {

        @SystemUnderTest
        static Sut baskets = Sut.jar(BasketsJar.path())
                .http(8080)
                .readyAt("/actuator/health")
                .setting("BASKETS_BUILD", "leaky");

        @LargePayload(to = "POST /baskets", size = "8KiB", times = 1055)
        @ReturnsToBaseline
        void basketsThatAreTooLargeAreForgotten() {}
    }
}
