package io.scupper.runtime;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A jar with a main class, loaded into this JVM apart from the tests: its classes see the JDK and the jar, and what the
 * manifest's class path names.
 */
final class RunnableJar implements AutoCloseable {

    private final Path path;
    private final String mainClass;
    private final URLClassLoader loader;

    private RunnableJar(Path path, String mainClass, URLClassLoader loader) {
        this.path = path;
        this.mainClass = mainClass;
        this.loader = loader;
    }

    /**
     * Opens a jar.
     *
     * @throws ScupperException if it cannot be read or has no {@code Main-Class}
     */
    static RunnableJar open(Path path) {
        try (var jar = new JarFile(path.toFile())) {
            String mainClass = Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .orElseThrow(() -> new ScupperException(
                            "Jar '%s' cannot be run: its manifest names no Main-Class.".formatted(path)));
            var urls = new URL[] {path.toUri().toURL()};
            var loader = new URLClassLoader("scupper-subject", urls, ClassLoader.getPlatformClassLoader());
            return new RunnableJar(path, mainClass, loader);
        } catch (IOException e) {
            throw new ScupperException("Jar '%s' could not be read.".formatted(path), e);
        }
    }

    String mainClass() {
        return mainClass;
    }

    ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new ScupperException("Jar '%s' could not be closed.".formatted(path), e);
        }
    }
}
