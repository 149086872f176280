package io.scupper.examples.realleaks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Makes a driver runnable on one release of its library: compiled against it, with the class path in the manifest, so that
 * nothing of the tests is on it.
 */
final class DriverJar {

    private static final Path SOURCES = Path.of("src", "test", "drivers");
    private static final String PACKAGE = "io/scupper/examples/realleaks/drivers/";

    private DriverJar() {}

    /**
     * Compiles and packs a driver.
     *
     * @param folder where it is put
     * @param libraries what it is compiled against and runs with
     */
    static Path make(String driver, Path folder, List<File> libraries) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(driver, classes, libraries);
        Path jar = folder.resolve(driver + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                var packed = new JarOutputStream(out, manifest(driver, libraries))) {
            for (Path each : files(classes)) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, packed);
                packed.closeEntry();
            }
        }
        return jar;
    }

    private static void compile(String driver, Path classes, List<File> libraries) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    libraries.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)),
                    "-proc:none",
                    // Old class files name annotations that are on no class path.
                    "-Xlint:all,-classfile,-path",
                    "-Werror");
            var sources = files.getJavaFileObjects(source("Front"), source(driver));
            if (!compiler.getTask(said, files, null, options, null, sources).call()) {
                throw new IOException("Driver %s does not compile:%n%s".formatted(driver, said));
            }
        }
    }

    private static Path source(String type) {
        return SOURCES.resolve(PACKAGE + type + ".java");
    }

    private static Manifest manifest(String driver, List<File> libraries) {
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, PACKAGE.replace('/', '.') + driver);
        main.put(
                Attributes.Name.CLASS_PATH,
                libraries.stream().map(each -> each.toURI().toString()).collect(Collectors.joining(" ")));
        return manifest;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
