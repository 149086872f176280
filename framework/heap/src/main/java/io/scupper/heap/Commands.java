package io.scupper.heap;

import io.scupper.control.Line;
import io.scupper.heap.dump.Dump;
import io.scupper.heap.graph.Graph;
import io.scupper.heap.graph.Names;
import io.scupper.heap.graph.Roots;
import io.scupper.heap.growth.Expected;
import io.scupper.heap.growth.Finder;
import io.scupper.heap.growth.Finding;
import io.scupper.heap.growth.Holders;
import io.scupper.heap.growth.Report;
import io.scupper.heap.growth.Snapshot;
import io.scupper.heap.shape.Belonging;
import io.scupper.heap.shape.Collections;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the program can be asked; each command returns the lines to print. */
final class Commands {

    private static final Set<String> PATHS =
            Set.of("--before", "--after", "--operations", "--grown", "--application", "--own");
    private static final Set<String> HOLDERS = Set.of("--dump", "--class", "--limit", "--application", "--own");

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
            default ->
                throw new UsageException("Command '" + command + "' is not known; there are 'paths' and 'holders'.");
        };
    }

    private List<Line> paths() {
        long operations = Options.positive("--operations", options.one("--operations"));
        List<Expected> expected =
                options.all("--grown").stream().map(Commands::expected).toList();
        if (expected.isEmpty()) {
            throw new UsageException("Option '--grown' is needed at least once, as CLASS=COUNT.");
        }
        Path later = Path.of(options.one("--after"));
        Graph before = read(Path.of(options.one("--before")));
        try (Dump after = open(later)) {
            Set<String> fleeting = Roots.fleeting(before, after.graph());
            var finder = new Finder(
                    Snapshot.of(before, fleeting, belonging),
                    Snapshot.of(after.graph(), fleeting, belonging),
                    belonging,
                    collections,
                    after.texts());
            List<Finding> findings = new ArrayList<>();
            for (Expected one : expected) {
                findings.add(finder.find(one));
            }
            return Report.of(findings, operations);
        }
    }

    private List<Line> holders() {
        String type = Names.plain(options.one("--class"));
        int limit = (int) Math.min(10_000, Options.positive("--limit", options.one("--limit", "10")));
        Graph graph = read(Path.of(options.one("--dump")));
        Snapshot snapshot = Snapshot.of(graph, Roots.several(graph), belonging);
        return Holders.of(type, snapshot.walk(type, collections), belonging, limit);
    }

    private Graph read(Path dump) {
        try (Dump open = open(dump)) {
            return open.graph();
        }
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
