package io.scupper.runtime;

import io.scupper.spi.Companion;
import io.scupper.spi.SubjectSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds what a subject is, with defaults for what a test is not about. */
final class Spec {

    private Optional<String> image = Optional.empty();
    private Optional<Path> jar = Optional.empty();
    private Optional<String> mainClass = Optional.empty();
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<Companion> companions = new ArrayList<>();
    private int httpPort;
    private boolean fixedPort;
    private Duration readyWithin = Duration.ofSeconds(30);

    static Spec thisJvm() {
        return new Spec();
    }

    static Spec image(String image) {
        var spec = new Spec();
        spec.image = Optional.of(image);
        return spec;
    }

    static Spec jar(Path jar) {
        var spec = new Spec();
        spec.jar = Optional.of(jar);
        return spec;
    }

    static Spec main(Class<?> mainClass) {
        var spec = new Spec();
        spec.mainClass = Optional.of(mainClass.getName());
        return spec;
    }

    Spec setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Spec jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    Spec companion(Companion companion) {
        companions.add(companion);
        return this;
    }

    Spec http() {
        httpPort = 8080;
        return this;
    }

    Spec fixedPort(int port) {
        httpPort = port;
        fixedPort = true;
        return this;
    }

    Spec readyWithin(Duration bound) {
        readyWithin = bound;
        return this;
    }

    SubjectSpec build() {
        return new SubjectSpec(
                image,
                jar,
                mainClass,
                List.of("first", "second one"),
                settings,
                jvmOptions,
                httpPort,
                TinyServer.PORT,
                fixedPort,
                "/ready",
                readyWithin,
                companions);
    }
}
