package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.example.greeter.Greeter;
import io.scupper.spi.Companion;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.SubjectSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The {@link Greeter} as tests need it: its spec, its jar, its answers. */
record Greeting(
        Optional<String> image,
        Optional<Path> jar,
        Map<String, String> settings,
        List<String> jvmOptions,
        Duration readyWithin,
        List<Companion> companions) {

    static final int PORT = 8090;

    static Greeting ofMainClass() {
        return new Greeting(Optional.empty(), Optional.empty(), Map.of(), List.of(), Duration.ofSeconds(30), List.of());
    }

    static Greeting ofJar(Path jar) {
        return new Greeting(Optional.empty(), Optional.of(jar), Map.of(), List.of(), Duration.ofSeconds(30), List.of());
    }

    static Greeting ofImage(String image) {
        return new Greeting(
                Optional.of(image), Optional.empty(), Map.of(), List.of(), Duration.ofSeconds(30), List.of());
    }

    Greeting setting(String name, String value) {
        return new Greeting(image, jar, Map.of(name, value), jvmOptions, readyWithin, companions);
    }

    Greeting jvmOptions(String... options) {
        return new Greeting(image, jar, settings, List.of(options), readyWithin, companions);
    }

    Greeting readyWithin(Duration within) {
        return new Greeting(image, jar, settings, jvmOptions, within, companions);
    }

    Greeting companion(Companion... with) {
        return new Greeting(image, jar, settings, jvmOptions, readyWithin, List.of(with));
    }

    RunningSubject start() {
        return new ContainerRuntime().start(spec(PORT));
    }

    SubjectSpec spec(int httpPort) {
        boolean isImage = image.isPresent();
        return new SubjectSpec(
                image,
                jar,
                isImage || jar.isPresent() ? Optional.empty() : Optional.of(Greeter.class.getName()),
                isImage ? List.of() : List.of("one", "two words"),
                settings,
                jvmOptions,
                httpPort,
                "SERVER_PORT",
                false,
                "/health",
                readyWithin,
                companions);
    }

    static String get(RunningSubject subject, String path) {
        try (InputStream in = subject.http().orElseThrow().resolve(path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("GET " + path, e);
        }
    }

    static long heldThreads(RunningSubject subject) {
        return subject.agent().peek().threads().stream()
                .filter(thread -> thread.name().equals("held"))
                .count();
    }

    /** Makes a runnable jar of the one class. */
    static Path writeJar(Path folder) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Greeter.class.getName());
        Path jar = folder.resolve("greeter.jar");
        String entry = Greeter.class.getName().replace('.', '/') + ".class";
        try (InputStream in = Greeter.class.getResourceAsStream("/" + entry);
                var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            assertThat(in).isNotNull();
            out.putNextEntry(new ZipEntry(entry));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
