package io.scupper.ext.spring;

import io.scupper.model.ScupperException;
import io.scupper.spi.HostedSubject;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestContextManager;

/**
 * Takes the application context of a {@code @SpringBootTest} (or any other test of Spring's) for the system under test, with the server
 * that it has been given a port for. Spring caches contexts by their configuration, so this is the one that the test itself works with.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SpringTestSubject implements HostedSubject {

    /** What Spring Boot tells in the environment once a server listens. */
    private static final String PORT = "local.server.port";

    @Override
    public Optional<Hosted> find(Class<?> testClass) {
        boolean isSprings = TestContextAnnotationUtils.hasAnnotation(testClass, BootstrapWith.class)
                || TestContextAnnotationUtils.hasAnnotation(testClass, ContextConfiguration.class);
        return isSprings ? Optional.of(new Hosted(port(context(testClass)))) : Optional.empty();
    }

    private static ApplicationContext context(Class<?> testClass) {
        try {
            return new TestContextManager(testClass).getTestContext().getApplicationContext();
        } catch (IllegalStateException e) {
            throw new ScupperException(
                    "The application context of %s, which is its system under test, did not start: %s"
                            .formatted(testClass.getName(), cause(e)),
                    e);
        }
    }

    /** Spring's own message is its configuration, the reason is below it. */
    private static String cause(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    private static OptionalInt port(ApplicationContext context) {
        Integer port = context.getEnvironment().getProperty(PORT, Integer.class);
        return port == null || port <= 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
