package io.scupper.ext.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.spi.HostedSubject;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

class SpringTestSubjectTests {

    private final HostedSubject springs =
            ServiceLoader.load(HostedSubject.class).findFirst().orElseThrow();

    @Test
    void classThatSpringDoesNotKnowIsNotItsOwnSubject() {
        assertThat(springs.find(String.class)).isEmpty();
    }

    @Test
    void contextWithAServerHasItsPort() {
        assertThat(springs.find(WithServer.class))
                .get()
                .extracting(found -> found.httpPort())
                .isEqualTo(OptionalInt.of(8099));
    }

    @Test
    void contextWithoutAServerHasNoPort() {
        assertThat(springs.find(WithoutServer.class))
                .get()
                .extracting(found -> found.httpPort())
                .isEqualTo(OptionalInt.empty());
    }

    @Test
    void nestedClassHasTheContextOfTheClassAroundIt() {
        assertThat(springs.find(WithServer.Inner.class))
                .get()
                .extracting(found -> found.httpPort())
                .isEqualTo(OptionalInt.of(8099));
    }

    @Test
    void contextIsTheOneThatTheTestWorksWith() {
        springs.find(WithoutServer.class);
        var first = new TestContextManager(WithoutServer.class).getTestContext().getApplicationContext();

        springs.find(WithoutServer.class);

        assertThat(new TestContextManager(WithoutServer.class).getTestContext().getApplicationContext())
                .isSameAs(first);
    }

    @Test
    void contextThatDoesNotStartIsToldWithItsReason() {
        assertThatThrownBy(() -> springs.find(Broken.class))
                .isInstanceOf(ScupperException.class)
                .hasMessage(
                        "The application context of " + Broken.class.getName()
                                + ", which is its system under test, did not start: java.lang.IllegalArgumentException: no such database");
    }

    @ContextConfiguration(classes = Empty.class)
    @TestPropertySource(properties = "local.server.port=8099")
    static class WithServer {

        @Nested
        class Inner {}
    }

    @ContextConfiguration(classes = Empty.class)
    static class WithoutServer {}

    @ContextConfiguration(classes = Failing.class)
    static class Broken {}

    @Configuration
    static class Empty {}

    @Configuration
    static class Failing {

        @Bean
        String database() {
            throw new IllegalArgumentException("no such database");
        }
    }
}
