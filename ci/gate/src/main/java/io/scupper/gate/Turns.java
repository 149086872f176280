package io.scupper.gate;

import io.scupper.gate.record.Records;
import io.scupper.gate.trend.Build;
import io.scupper.gate.trend.Figures;
import io.scupper.gate.words.GateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the same tests against two subjects by turns, old new new old, so that a machine that gets slower or faster meanwhile is no
 * difference between them.
 */
final class Turns {

    private static final String SUBJECT = "{subject}";
    private static final String RECORDS = "{records}";

    private final List<String> command;
    private final Path folder;
    private final Consumer<String> log;
    private final List<Build> old = new ArrayList<>();
    private final List<Build> young = new ArrayList<>();

    /**
     * @param command with {@code {subject}} and {@code {records}} in it
     * @throws GateException if one of them is missing
     */
    Turns(List<String> command, Path folder, Consumer<String> log) {
        for (String hole : List.of(SUBJECT, RECORDS)) {
            if (command.stream().noneMatch(word -> word.contains(hole))) {
                throw new GateException(
                        "The command '%s' has no %s in it: it must be told which subject to test, and where to leave its records."
                                .formatted(String.join(" ", command), hole));
            }
        }
        this.command = List.copyOf(command);
        this.folder = folder;
        this.log = log;
    }

    void run(String oldSubject, String newSubject, int pairs) throws InterruptedException {
        for (int pair = 1; pair <= pairs; pair++) {
            if (pair % 2 == 1) {
                old.add(turn("old", oldSubject, pair));
                young.add(turn("new", newSubject, pair));
            } else {
                young.add(turn("new", newSubject, pair));
                old.add(turn("old", oldSubject, pair));
            }
        }
    }

    List<Build> old() {
        return old;
    }

    List<Build> young() {
        return young;
    }

    private Build turn(String name, String subject, int pair) throws InterruptedException {
        Path records = folder.resolve(name + "-" + pair);
        empty(records);
        log.accept("%s, pair %d: %s".formatted(name, pair, subject));
        List<String> words = command.stream()
                .map(word -> word.replace(SUBJECT, subject)
                        .replace(RECORDS, records.toAbsolutePath().toString()))
                .toList();
        int code = execute(words);
        Records read = Records.in(List.of(records));
        // A leak makes the build of the tests fail: that is no hindrance, but missing records are.
        if (read.tests().isEmpty() || !read.problems().isEmpty()) {
            throw new GateException("'%s' ended with %d and left no whole records: %s"
                    .formatted(String.join(" ", words), code, String.join(" ", read.problems())));
        }
        Map<String, Map<String, Double>> figures = new HashMap<>();
        read.tests().forEach(test -> figures.put(test.key(), Figures.of(test)));
        return new Build(name + "-" + pair, figures);
    }

    private static int execute(List<String> words) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(words).inheritIO().start();
        } catch (IOException e) {
            throw new GateException("'%s' could not be started: %s".formatted(words.get(0), e.getMessage()), e);
        }
        try {
            return process.waitFor();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** Records of an earlier comparison would be taken for this one's. */
    private static void empty(Path records) {
        try {
            if (Files.exists(records)) {
                try (var all = Files.walk(records)) {
                    for (Path each :
                            all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            Files.createDirectories(records);
        } catch (IOException e) {
            throw new GateException("'%s' could not be emptied: %s".formatted(records, e), e);
        }
    }
}
