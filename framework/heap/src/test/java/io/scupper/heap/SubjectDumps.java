package io.scupper.heap;

import com.acme.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The dumps of {@link Subject}, made once, and what the program tells of them. */
final class SubjectDumps {

    private static final String[] FEW = {"com.acme.Pools$Parked", "com.acme.Plugins$Plugin"};
    private static final String[] MANY = {
        "com.acme.Shop$Session",
        "com.acme.Shop$Price",
        "com.acme.Shop$Event",
        "com.acme.Shop$Device",
        "com.acme.Shop$Hit",
        "com.acme.Shop$Page",
        "com.acme.Shop$Order",
        "com.acme.Shop$Bus$1",
        "com.acme.Shop$Bus$$Lambda$14/0x0000000800c03000",
        "com.acme.Shop$Link",
        "com.acme.Pools$Mail",
        "com.acme.Pools$Context",
        "com.acme.Pools$Stale",
        "com.acme.Pools$Job",
        "com.acme.Faint$Thumbnail",
        "com.acme.Faint$Planted"
    };

    private static final Path FOLDER = dumped();
    private static final String ALL = all();

    private SubjectDumps() {}

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** Returns what is told of a class, tabs shown as bars, without bytes and keys. */
    static String told(String type) {
        return section(type)
                .filter(line -> !line.startsWith("retained") && !line.startsWith("keys"))
                .map(line -> line.stripTrailing().replace("\t", " | "))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Returns the fields of the first line of a kind that is told of a class. */
    static List<String> line(String type, String keyword) {
        return section(type)
                .filter(line -> line.startsWith(keyword + "\t"))
                .findFirst()
                .map(line -> Arrays.asList(line.split("\t")))
                .map(fields -> fields.subList(1, fields.size()))
                .orElseThrow();
    }

    /** Returns the command line for these dumps and more. */
    static String[] paths(String... more) {
        var args =
                new ArrayList<>(List.of("paths", "--before", file("first.hprof").toString()));
        args.addAll(List.of("--after", file("second.hprof").toString(), "--operations", "211"));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }

    private static java.util.stream.Stream<String> section(String type) {
        int from = ALL.indexOf("grown\t" + type + "\t");
        return ALL.substring(from, ALL.indexOf("\nend\n", from)).lines();
    }

    private static String all() {
        List<String> grown = new ArrayList<>(List.of("--grown", "com.acme.Shop$Item=422"));
        Arrays.stream(MANY).forEach(type -> grown.addAll(List.of("--grown", type + "=211")));
        Arrays.stream(FEW).forEach(type -> grown.addAll(List.of("--grown", type + "=5")));
        Run run = Run.of(paths(grown.toArray(String[]::new)));
        if (run.code() != Main.DONE) {
            throw new AssertionError(run.err());
        }
        return run.out();
    }

    private static Path dumped() {
        try {
            Path folder = Files.createTempDirectory("scupper-heap-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Forked.java(List.of("-Xmx64m", "-XX:+UseSerialGC"), Subject.class.getName(), folder.toString());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
