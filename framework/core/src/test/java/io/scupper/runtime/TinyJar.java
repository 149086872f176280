package io.scupper.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs {@link TinyServer} as a runnable jar. */
final class TinyJar {

    private TinyJar() {}

    static Path in(Path folder) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyServer.class.getName());
        Path jar = folder.resolve("tiny.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = TinyServer.class.getResourceAsStream("TinyServer.class")) {
            out.putNextEntry(new JarEntry(TinyServer.class.getName().replace('.', '/') + ".class"));
            in.transferTo(out);
        }
        return jar;
    }
}
