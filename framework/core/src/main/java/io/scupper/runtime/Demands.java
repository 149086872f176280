package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectSpec;

/** What a test may ask of a runtime, checked before anything is started; each refusal is one sentence and the way out. */
final class Demands {

    private Demands() {}

    static void refuseImage(SubjectSpec spec, RuntimeKind kind) {
        spec.image().ifPresent(image -> {
            throw new ScupperException("Image '%s' can run as a container only, and the runtime is %s: %s"
                    .formatted(image, kind.word(), "name a jar or a main class instead, or run on 'container'."));
        });
    }

    static void requireJarOrMainClass(SubjectSpec spec, RuntimeKind kind) {
        if (spec.jar().isEmpty() && spec.mainClass().isEmpty()) {
            throw new ScupperException("This JVM is tested in-process only, and the runtime is %s: %s"
                    .formatted(kind.word(), "name a jar or a main class, or run on 'in-process'."));
        }
    }

    static void refuseJvmOptions(SubjectSpec spec, RuntimeKind kind) {
        if (!spec.jvmOptions().isEmpty()) {
            throw new ScupperException("JVM options %s come too late for the test's own JVM (runtime %s): %s"
                    .formatted(spec.jvmOptions(), kind.word(), "give them to the tests' JVM, or run on 'forked'."));
        }
    }
}
