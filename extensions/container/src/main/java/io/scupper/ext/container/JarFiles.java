package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Where the jars and folders of a program go in a container, with what the manifests of the jars refer to: libraries
 * beside a thin jar, or the whole class path, where a build tool or an IDE has found that too long for a command line.
 */
final class JarFiles {

    private static final String FOLDER = "/scupper/app/";

    private final Map<String, Path> files = new LinkedHashMap<>();

    /** Adds a runnable jar and returns its path in the container. */
    String addJar(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new ScupperException(
                    "Jar '%s' is not there: build it first, or correct its path.".formatted(jar.toAbsolutePath()));
        }
        String target = FOLDER + jar.getFileName();
        add(jar, target);
        return target;
    }

    /** Adds the jars and folders of a class path and returns the class path in the container. */
    String addClassPath(String classPath) {
        var targets = new ArrayList<String>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (!entry.isEmpty() && Files.exists(path)) {
                // Numbered, because every module calls its folder 'classes'.
                String target = FOLDER + targets.size() + "/"
                        + path.toAbsolutePath().normalize().getFileName();
                add(path, target);
                targets.add(target);
            }
        }
        return String.join(":", targets);
    }

    /** Returns the path in the container of each file and folder on this machine. */
    Map<String, Path> files() {
        return Map.copyOf(files);
    }

    private void add(Path path, String target) {
        if (files.putIfAbsent(target, path) == null && Files.isRegularFile(path)) {
            references(path).forEach(reference -> addReferred(path, target, reference));
        }
    }

    /** Most manifests refer to jars that are not there, and a JVM passes over them too. */
    private void addReferred(Path jar, String target, String reference) {
        try {
            Path source = Path.of(jar.toUri().resolve(reference));
            if (Files.exists(source)) {
                String path = new URI("file", null, target, null)
                        .resolve(reference)
                        .normalize()
                        .getPath();
                add(source, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException | URISyntaxException e) {
            // Not a file; the JVM in the container says so if it matters.
        }
    }

    private static List<String> references(Path path) {
        try (var jar = new JarFile(path.toFile())) {
            String references = Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
                    .orElse("");
            return references.isBlank() ? List.of() : List.of(references.strip().split("\\s+"));
        } catch (IOException e) {
            // Not a jar; the JVM in the container says so if it matters.
            return List.of();
        }
    }
}
