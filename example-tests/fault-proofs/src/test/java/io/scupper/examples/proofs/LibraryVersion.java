package io.scupper.examples.proofs;

import io.scupper.model.Library;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import java.util.jar.JarFile;

/** Reads which version of a library a subject has in front of its class path. */
final class LibraryVersion {

    private LibraryVersion() {}

    /** Returns it, as the first jar of a class path has it that is of this library; Java's for what the JDK brings. */
    static String of(Library library, String classPath) throws IOException {
        if (library.isOfJdk()) {
            return String.valueOf(Runtime.version().feature());
        }
        String[] coordinates = library.coordinates().split(":");
        String entry = "META-INF/maven/" + coordinates[0] + "/" + coordinates[1] + "/pom.properties";
        for (String path : classPath.split(File.pathSeparator)) {
            if (path.endsWith(".jar")) {
                try (var jar = new JarFile(path)) {
                    // Who shades a library keeps what Maven wrote of it, and not its classes by their names.
                    if (jar.getEntry(library.anchor().replace('.', '/') + ".class") != null) {
                        return jar.getEntry(entry) != null ? written(jar, entry) : byName(new File(path).getName());
                    }
                }
            }
        }
        throw new AssertionError(
                library.name() + " is on no jar of " + Arrays.toString(classPath.split(File.pathSeparator)));
    }

    private static String written(JarFile jar, String entry) throws IOException {
        var properties = new Properties();
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    /** Returns what is behind the last name of a jar such as {@code okhttp-jvm-5.5.1.jar}. */
    private static String byName(String jar) {
        return jar.replaceFirst("\\.jar$", "").replaceFirst("^.*-(?=\\d)", "");
    }
}
