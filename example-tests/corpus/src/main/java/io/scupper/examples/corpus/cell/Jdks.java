package io.scupper.examples.corpus.cell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the JDKs to run on: those that the user names, by the system property {@code scupper.corpus.jdks} or the
 * environment variable {@code SCUPPER_JDKS}, or else the running one and those where Linux distributions put them. Of
 * several of one version the first is taken.
 */
public final class Jdks {

    private static final String PROPERTY = "scupper.corpus.jdks";
    private static final String VARIABLE = "SCUPPER_JDKS";
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final int OLDEST = 17;

    private Jdks() {}

    /** Returns them, oldest first. */
    public static Collection<Jdk> find() throws IOException, InterruptedException {
        Map<Integer, Jdk> found = new TreeMap<>();
        for (Path home : homes()) {
            Jdk jdk = Jdk.at(home);
            if (jdk.feature() >= OLDEST) {
                found.putIfAbsent(jdk.feature(), jdk);
            }
        }
        return found.values();
    }

    private static List<Path> homes() throws IOException {
        String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        if (!named.isBlank()) {
            return Stream.of(named.split(File.pathSeparator)).map(Path::of).toList();
        }
        var homes = new ArrayList<Path>();
        homes.add(Path.of(System.getProperty("java.home")));
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> entries = Files.list(INSTALLED)) {
                entries.sorted().filter(Jdks::isHome).forEach(homes::add);
            }
        }
        return homes;
    }

    private static boolean isHome(Path folder) {
        return Files.isExecutable(Jdk.java(folder)) && Files.isReadable(folder.resolve("release"));
    }
}
