package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFilesTests {

    private final JarFiles files = new JarFiles();

    @TempDir
    private Path folder;

    private Path library;

    @BeforeEach
    void writeLibrary() throws IOException {
        library = Files.createDirectories(folder.resolve("lib")).resolve("a library.jar");
        write(library, "");
    }

    @Test
    void foldersOfOneNameAreKeptApart() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/classes"));
        Path two = Files.createDirectories(folder.resolve("two/classes"));

        assertThat(files.addClassPath(one + File.pathSeparator + folder.resolve("none") + File.pathSeparator + two))
                .isEqualTo("/scupper/app/0/classes:/scupper/app/1/classes");
        assertThat(files.files())
                .containsEntry("/scupper/app/0/classes", one)
                .containsEntry("/scupper/app/1/classes", two);
    }

    @Test
    void thinJarBringsTheLibrariesBesideIt() throws IOException {
        Path jar = folder.resolve("orders.jar");
        write(jar, "lib/a%20library.jar lib/not-there.jar");

        assertThat(files.addJar(jar)).isEqualTo("/scupper/app/orders.jar");
        assertThat(files.files()).containsOnlyKeys("/scupper/app/orders.jar", "/scupper/app/lib/a library.jar");
    }

    @Test
    void jarThatStandsForAClassPathBringsIt() throws IOException {
        Path jar = folder.resolve("path.jar");
        write(jar, library.toUri() + " " + folder.resolve("lib").toUri());

        assertThat(files.addClassPath(jar.toString())).isEqualTo("/scupper/app/0/path.jar");
        assertThat(files.files().values()).contains(jar, library);
    }

    private static void write(Path jar, String classPath) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
