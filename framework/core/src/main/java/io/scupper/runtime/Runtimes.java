package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectRuntime;
import io.scupper.spi.SubjectSpec;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Chooses the runtime of a test and finds it by {@link ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Runtimes {

    /**
     * The system property that makes every test of a build run on one runtime, whatever the tests ask for:
     * {@code container}, {@code forked} or {@code in-process}. Empty is as good as not set.
     */
    public static final String PROPERTY = "scupper.runtime";

    private static final Map<String, RuntimeKind> WORDS = new TreeMap<>(Map.of(
            "container", RuntimeKind.CONTAINER, "forked", RuntimeKind.FORKED, "in-process", RuntimeKind.IN_PROCESS));

    private Runtimes() {}

    /**
     * Returns the runtime for a subject: the one that {@link #PROPERTY} names, else the one asked for, else the one that
     * suits the subject: a container for an image, a forked JVM for a jar or a main class, in-process for this JVM. A program
     * and what runs already are what they are, whatever anybody asks for.
     *
     * @param asked empty if the test leaves the choice open
     * @throws ScupperException if the property has a wrong value or the runtime is not on the class path
     */
    public static SubjectRuntime choose(Optional<RuntimeKind> asked, SubjectSpec spec) {
        return of(without(spec).or(Runtimes::fromProperty).or(() -> asked).orElseGet(() -> suiting(spec)));
    }

    /**
     * Returns the runtime of one kind.
     *
     * @throws ScupperException if it is not on the class path
     */
    public static SubjectRuntime of(RuntimeKind kind) {
        return ServiceLoader.load(SubjectRuntime.class, SubjectRuntime.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(runtime -> runtime.kind() == kind)
                .findFirst()
                .orElseThrow(() -> missing(kind));
    }

    private static Optional<RuntimeKind> fromProperty() {
        String word = System.getProperty(PROPERTY, "").strip();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        RuntimeKind kind = WORDS.get(word);
        if (kind == null) {
            throw new ScupperException("System property '%s' is '%s'. Allowed is %s."
                    .formatted(PROPERTY, word, String.join(", ", WORDS.keySet())));
        }
        return Optional.of(kind);
    }

    private static Optional<RuntimeKind> without(SubjectSpec spec) {
        return spec.outside()
                .flatMap(outside -> outside.address()
                        .map(address -> RuntimeKind.REMOTE)
                        .or(() -> outside.program().map(program -> RuntimeKind.PROCESS)));
    }

    private static RuntimeKind suiting(SubjectSpec spec) {
        if (spec.image().isPresent()) {
            return RuntimeKind.CONTAINER;
        }
        boolean thisJvm = spec.jar().isEmpty() && spec.mainClass().isEmpty();
        return thisJvm ? RuntimeKind.IN_PROCESS : RuntimeKind.FORKED;
    }

    private static ScupperException missing(RuntimeKind kind) {
        String module = kind == RuntimeKind.CONTAINER ? "scupper-container" : "scupper-core";
        return new ScupperException("No runtime for '%s' is on the class path: add io.scupper:%s to the tests."
                .formatted(kind.word(), module));
    }
}
