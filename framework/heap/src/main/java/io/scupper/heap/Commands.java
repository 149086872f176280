package io.scupper.heap;

import io.scupper.control.Line;
import io.scupper.heap.dump.Dump;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Names;
import io.scupper.heap.graph.Roots;
import io.scupper.heap.growth.Both;
import io.scupper.heap.growth.Expected;
import io.scupper.heap.growth.Finder;
import io.scupper.heap.growth.Finding;
import io.scupper.heap.growth.Footprint;
import io.scupper.heap.growth.Holders;
import io.scupper.heap.growth.Report;
import io.scupper.heap.growth.Snapshot;
import io.scupper.heap.shape.Belonging;
import io.scupper.heap.shape.Collections;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the program can be asked; each command returns the lines to print. */
final class Commands {

    private static final Set<String> PATHS =
            Set.of("--before", "--after", "--operations", "--grown", "--application", "--own");
    private static final Set<String> HOLDERS = Set.of("--dump", "--class", "--limit", "--application", "--own");

    private static final Set<String> FOOTPRINT = Set.of("--dump", "--class", "--application", "--own");

    private static final String OWN = "io.scupper.";

    private final Collections collections = Collections.read();
    private final Belonging belonging;
    private final Options options;

    private Commands(Options options) {
        this.options = options;
        this.belonging = Belonging.of(options.all("--application"), options.one("--own", OWN));
    }

    /** Carries out a command line. */
    static List<Line> run(String[] words) {
        String command = words.length == 0 ? "" : words[0];
        return switch (command) {
            case "paths" -> new Commands(Options.of(words, 1, PATHS)).paths();
            case "holders" -> new Commands(Options.of(words, 1, HOLDERS)).holders();
            case "footprint" -> new Commands(Options.of(words, 1, FOOTPRINT)).footprint();
            default ->
                throw new UsageException(
                        "Command '" + command + "' is not known; there are 'paths', 'holders' and 'footprint'.");
        };
    }

    private List<Line> paths() {
        long operations = Options.positive("--operations", options.one("--operations"));
        List<Expected> expected =
                options.all("--grown").stream().map(Commands::expected).toList();
        if (expected.isEmpty()) {
            throw new UsageException("Option '--grown' is needed at least once, as CLASS=COUNT.");
        }
        List<Dump> opened = new CopyOnWriteArrayList<>();
        try {
            Path after = Path.of(options.one("--after"));
            Path before = Path.of(options.one("--before"));
            Both<Dump> dumps = Both.of(() -> open(before, opened), () -> open(after, opened));
            return Report.of(find(dumps, expected), operations);
        } finally {
            opened.forEach(Dump::close);
        }
    }

    private List<Finding> find(Both<Dump> dumps, List<Expected> expected) {
        Graph earlier = dumps.before().graph();
        Graph later = dumps.after().graph();
        Set<String> fleeting = Roots.fleeting(earlier, later);
        Both<Snapshot> snapshots =
                Both.of(() -> Snapshot.of(earlier, fleeting, belonging), () -> Snapshot.of(later, fleeting, belonging));
        var finder = new Finder(snapshots, belonging, collections, dumps.after().texts());
        return expected.stream().map(finder::find).toList();
    }

    private List<Line> holders() {
        String type = Names.plain(options.one("--class"));
        int limit = (int) Math.min(10_000, Options.positive("--limit", options.one("--limit", "10")));
        try (Dump dump = open(Path.of(options.one("--dump")))) {
            Graph graph = dump.graph();
            Snapshot snapshot = Snapshot.of(graph, Roots.several(graph), belonging);
            return Holders.of(type, snapshot.walk(type, collections), belonging, limit);
        }
    }

    private List<Line> footprint() {
        String type = Names.plain(options.one("--class"));
        try (Dump dump = open(Path.of(options.one("--dump")))) {
            Graph graph = dump.graph();
            return Footprint.of(type, Snapshot.of(graph, Roots.several(graph), belonging));
        }
    }

    private Dump open(Path path, List<Dump> opened) {
        Dump dump = open(path);
        opened.add(dump);
        return dump;
    }

    private Dump open(Path dump) {
        return Dump.open(dump, (type, fields) -> collections.traits(type, fields, belonging.isOwn(type)));
    }

    private static Expected expected(String text) {
        int equals = text.lastIndexOf('=');
        if (equals <= 0) {
            throw new UsageException("Option '--grown' was given '" + text + "'; CLASS=COUNT is needed.");
        }
        return new Expected(
                Names.plain(text.substring(0, equals)), Options.positive("--grown", text.substring(equals + 1)));
    }
}
