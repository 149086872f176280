package io.scupper.junit;

import io.scupper.model.ScupperException;
import io.scupper.spi.HostedSubject;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.SubjectAdapter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** What a test class has for its system under test, most often in a static field, and that system while it runs. */
final class SubjectField implements AutoCloseable {

    private final Object held;
    private final int httpPort;
    private final String place;
    private @Nullable RunningSubject running;
    private Sut.@Nullable Started started;
    private Where where = Where.AUTO;

    private SubjectField(Object held, int httpPort, String place) {
        this.held = held;
        this.httpPort = httpPort;
        this.place = place;
    }

    /**
     * Finds the field, or what a test framework runs for a class that has none.
     *
     * @throws ScupperException if there are several or none at all, or it is not static, or holds nothing
     */
    static SubjectField of(Class<?> testClass) {
        List<Field> fields = AnnotationSupport.findAnnotatedFields(
                testClass, SystemUnderTest.class, field -> true, HierarchyTraversalMode.TOP_DOWN);
        if (fields.isEmpty()) {
            return hosted(testClass).orElseThrow(() -> unclear(testClass, 0));
        }
        if (fields.size() > 1) {
            throw unclear(testClass, fields.size());
        }
        Field field = fields.get(0);
        String place = testClass.getName() + "." + field.getName();
        return new SubjectField(
                value(field, place), field.getAnnotation(SystemUnderTest.class).httpPort(), place);
    }

    private static ScupperException unclear(Class<?> testClass, int fields) {
        return new ScupperException(
                ("%s has %d fields with @SystemUnderTest. Allowed is exactly one, static, for example 'static Sut sut = Sut.jar(…)'; or"
                                + " none in a test of Spring's, with scupper-spring on the class path.")
                        .formatted(testClass.getName(), fields));
    }

    private static Optional<SubjectField> hosted(Class<?> testClass) {
        return ServiceLoader.load(HostedSubject.class).stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(host -> host.find(testClass).stream())
                .findFirst()
                .map(subject -> new SubjectField(Sut.hosted(subject), 0, testClass.getName()));
    }

    private static Object value(Field field, String place) {
        if (!Modifier.isStatic(field.getModifiers())) {
            throw new ScupperException(place
                    + " has @SystemUnderTest but is not static. It is started once for the class: make it static.");
        }
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            if (value == null) {
                throw new ScupperException(place + " has @SystemUnderTest but holds null. Give it its value in the"
                        + " declaration, which is before the first test method runs.");
            }
            return value;
        } catch (IllegalAccessException e) {
            throw new ScupperException(place + " could not be read: " + e.getMessage(), e);
        }
    }

    /** Starts a {@link Sut}; brings the agent into anything else, which somebody else may start. */
    void prepare(Where where) {
        this.where = where;
        if (held instanceof Sut sut) {
            started = sut.start(where);
            running = started.subject();
        } else {
            adapter().prepare(held);
        }
    }

    /** Returns the system as it runs. */
    RunningSubject running() {
        RunningSubject subject = running;
        if (subject == null) {
            subject = adapter().adopt(held, httpPort);
            running = subject;
        }
        return subject;
    }

    /** Ends it and starts it anew, if it was started here; returns whether it was. */
    boolean restart() {
        if (started == null || !(held instanceof Sut sut)) {
            return false;
        }
        started.close();
        started = sut.start(where);
        running = started.subject();
        return true;
    }

    private SubjectAdapter adapter() {
        return ServiceLoader.load(SubjectAdapter.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(adapter -> adapter.accepts(held))
                .findFirst()
                .orElseThrow(
                        () -> new ScupperException(("%s holds a %s. Allowed is a Sut or, with scupper-container on the"
                                        + " class path, a Testcontainers container.")
                                .formatted(place, held.getClass().getName())));
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        } else if (running != null) {
            running.close();
        }
    }
}
