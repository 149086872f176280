package io.scupper.agent.probe;

import java.lang.instrument.Instrumentation;

/**
 * Makes every class know its name. In the test's own JVM the samples hold the names of the classes that they have met, and the JVM makes
 * a string of a name when it is first asked for: each class that a sample meets for the first time would be growth of the subject.
 */
final class NamedClasses {

    private final Instrumentation instrumentation;

    NamedClasses(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Names those that are loaded; takes no memory for those that have been named before. */
    @SuppressWarnings("ReturnValueIgnored")
    void name() {
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            each.getName();
        }
    }
}
