package io.scupper.gate.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.gate.record.TestRecord.Growth;
import io.scupper.gate.record.TestRecord.Leak;
import io.scupper.gate.record.TestRecord.Spent;
import io.scupper.gate.record.TestRecord.Verdict;
import io.scupper.gate.words.GateException;
import io.scupper.gate.words.Words;
import io.scupper.trace.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The records of one build, of all its shards together.
 *
 * @param tests by key, in order
 * @param problems one line for each thing that makes the set incomplete; a build that has any is not decided on
 */
public record Records(List<TestRecord> tests, List<String> problems) {

    private static final String RECORD = ".json";

    public Records {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /**
     * Reads what lies in folders and in those below them. Links are not followed.
     *
     * @param folders one for each shard; each must have records
     */
    public static Records in(List<Path> folders) {
        var reading = new Reading();
        folders.forEach(reading::folder);
        return new Records(List.copyOf(reading.tests.values()), reading.problems);
    }

    /** One pass over the folders. */
    private static final class Reading {

        private final RecordParser parser = new RecordParser();
        private final Map<String, TestRecord> tests = new TreeMap<>();
        private final List<String> problems = new ArrayList<>();

        private void folder(Path folder) {
            if (!Files.exists(folder)) {
                problems.add(
                        "'%s' does not exist. Did the shard that leaves its records there run, and were they fetched?"
                                .formatted(Words.visible(folder.toString())));
                return;
            }
            int before = tests.size() + problems.size();
            try {
                filesOf(folder).forEach(file -> record(file, folder));
            } catch (IOException e) {
                problems.add(
                        "'%s' could not be searched for records: %s".formatted(folder, Words.firstLine(e.toString())));
            }
            if (tests.size() + problems.size() == before) {
                problems.add(
                        "'%s' has no records: no leak test has run there.".formatted(Words.visible(folder.toString())));
            }
        }

        private static List<Path> filesOf(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(file -> file.getFileName().toString().endsWith(RECORD))
                        // A record that was just being written.
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .toList();
            }
        }

        private void record(Path file, Path folder) {
            try {
                TestRecord test = test(file, folder, parser.parse(file));
                TestRecord other = tests.putIfAbsent(test.key(), test);
                if (other != null) {
                    problems.add("%s is recorded twice, in '%s' and in '%s'. Do two shards run the same tests?"
                            .formatted(
                                    test.key(),
                                    Words.visible(other.file().toString()),
                                    Words.visible(file.toString())));
                }
            } catch (GateException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
    }

    /** A class and its method: no JVM lets a slash into either, and what hides is there to deceive whoever reads it. */
    private static void requireName(Path file, String test) {
        if (test.isBlank()) {
            throw RecordParser.unfit(file, "it names no test");
        }
        if (test.indexOf('/') >= 0
                || test.indexOf('\\') >= 0
                || !Words.visible(test).equals(test)) {
            throw RecordParser.unfit(
                    file, "its test is '%s', which no class and its method are called".formatted(test));
        }
    }

    private static TestRecord test(Path file, Path folder, ObjectNode root) {
        String verdict = root.path("verdict").asText("");
        if (Arrays.stream(Verdict.values()).noneMatch(known -> known.name().equals(verdict))) {
            throw RecordParser.unfit(
                    file,
                    "its verdict is '%s', understood are %s".formatted(verdict, Arrays.toString(Verdict.values())));
        }
        requireName(file, root.path("test").asText(""));
        JsonNode recovered = root.path("recoveredAfterMillis");
        List<Growth> growths = growths(root.path("probes"));
        return new TestRecord(
                file,
                name(file, folder, RecordParser.text(root, "test")),
                RecordParser.text(root, "runtime"),
                Verdict.valueOf(verdict),
                recovered.isNumber() ? OptionalLong.of(recovered.asLong()) : OptionalLong.empty(),
                heapAtBaseline(root.path("probes")),
                growths,
                leaks(root.path("suspects"), growths),
                spent(root.path("budgets")),
                problem(root));
    }

    /** A record lies in the folder of its class, whose name is whole there; the test names it by its simple name. */
    private static String name(Path file, Path folder, String test) {
        String method = file.getFileName().toString().replaceAll("\\.json$", "");
        Path parent = file.getParent();
        if (parent == null || parent.equals(folder) || !test.endsWith("." + method)) {
            return test;
        }
        return Words.visible(parent.getFileName() + "." + method);
    }

    private static String problem(JsonNode root) {
        String error = Words.firstLine(RecordParser.text(root, "error"));
        if (!error.isEmpty()) {
            return error;
        }
        for (JsonNode reason : root.path("reasons")) {
            return Words.visible(reason.asText(""));
        }
        for (JsonNode probe : root.path("probes")) {
            if (probe.path("verdict").asText("").equals(Verdict.INCONCLUSIVE.name())) {
                return RecordParser.text(probe, "name") + ": " + RecordParser.text(probe, "reason");
            }
        }
        for (JsonNode budget : root.path("budgets")) {
            if (!budget.path("measured").isNumber()) {
                return what(budget) + ": " + RecordParser.text(budget, "reason");
            }
        }
        return "";
    }

    private static List<Spent> spent(JsonNode budgets) {
        var spent = new ArrayList<Spent>();
        for (JsonNode budget : budgets) {
            if (budget.path("measured").isNumber()) {
                spent.add(new Spent(
                        what(budget),
                        budget.path("unit").asText("").equals("BYTES"),
                        budget.path("measured").asDouble(),
                        budget.path("atMost").asDouble(),
                        budget.path("outcome").asText("").equals("MISSED"),
                        RecordParser.text(budget, "reason"),
                        RecordParser.text(budget, "advice")));
            }
        }
        return spent;
    }

    private static String what(JsonNode budget) {
        String of = RecordParser.text(budget, "of");
        return RecordParser.text(budget, "measure") + (of.isEmpty() ? "" : " of " + of);
    }

    private static List<Growth> growths(JsonNode probes) {
        var growths = new ArrayList<Growth>();
        for (JsonNode probe : probes) {
            String kind = probe.path("kind").asText("");
            boolean leak = probe.path("verdict").asText("").equals(Verdict.LEAK.name());
            boolean bounded = kind.equals("BOUNDED");
            if (leak || bounded) {
                growths.add(new Growth(
                        stable(RecordParser.text(probe, "name")),
                        probe.path("unit").asText("").equals("BYTES"),
                        leak,
                        bounded,
                        probe.path("perOperation").asDouble(),
                        probe.path("settled").asDouble()
                                - probe.path("baseline").asDouble()));
            }
        }
        return growths;
    }

    private static long heapAtBaseline(JsonNode probes) {
        for (JsonNode probe : probes) {
            if (probe.path("name").asText("").equals("heap")) {
                return probe.path("baseline").asLong();
            }
        }
        return 0;
    }

    /** Ports are another in each run. */
    private static String stable(String resource) {
        return resource.replaceAll(":\\d{2,5}\\b", ":*");
    }

    private static List<Leak> leaks(JsonNode suspects, List<Growth> growths) {
        var leaks = new ArrayList<Leak>();
        for (JsonNode suspect : suspects) {
            String resource = stable(RecordParser.text(suspect, "probe"));
            leaks.add(new Leak(
                    resource,
                    RecordParser.text(suspect, "what"),
                    suspect.path("culprit").isTextual() ? RecordParser.text(suspect, "culprit") : "",
                    RecordParser.text(suspect, "fingerprint"),
                    frame(suspect.path("origins")),
                    RecordParser.text(suspect, "advice"),
                    growths.stream()
                            .filter(growth -> growth.resource().equals(resource))
                            .mapToDouble(Growth::perOperation)
                            .findFirst()
                            .orElse(0)));
        }
        return leaks;
    }

    private static String frame(JsonNode origins) {
        for (JsonNode origin : origins) {
            for (JsonNode frame : origin.path("frames")) {
                if (Frames.isApplication(frame.asText(""))) {
                    return Words.visible(frame.asText(""));
                }
            }
        }
        return "";
    }
}
