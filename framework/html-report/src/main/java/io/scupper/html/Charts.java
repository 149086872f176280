package io.scupper.html;

import io.scupper.html.Chart.Allowed;
import io.scupper.html.Chart.Line;
import io.scupper.html.RunRecord.Probe;
import io.scupper.html.RunRecord.Sample;
import io.scupper.model.Resource;
import io.scupper.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses what is drawn: live heap, the classes that grew, and each kind of resource of which anything moved. */
final class Charts {

    /** More lines cannot be told apart. */
    private static final int MOST_LINES = 6;

    private static final List<String> ORDER = List.of("threads", "sockets", Resource.LEASES, "redis", "descriptors");
    private static final List<String> TOTALS = List.of("threads", "sockets", "descriptors");
    private static final Map<String, String> TITLES = Map.of(
            "threads",
            "Threads",
            "sockets",
            "Sockets",
            Resource.LEASES,
            "Leases of pools",
            "redis",
            "Redis",
            "descriptors",
            "File descriptors",
            Resource.BUFFERS,
            "Memory outside the heap",
            Resource.CLASSES,
            "Loaded classes");

    private final RunRecord run;
    private final Timeline timeline;
    private final Map<String, Probe> probes = new LinkedHashMap<>();

    Charts(RunRecord run, Timeline timeline) {
        this.run = run;
        this.timeline = timeline;
        run.probes().forEach(probe -> probes.put(probe.name(), probe));
    }

    /** Returns the charts, most telling first; none where nothing was sampled. */
    List<Chart> all() {
        if (timeline.samples().isEmpty()) {
            return List.of();
        }
        var charts = new ArrayList<Chart>();
        // A service that is read by its metrics alone tells nothing of its heap.
        if (probes.containsKey("heap")) {
            charts.add(heap());
        }
        suspectClasses(charts);
        movers(charts);
        groups().forEach((group, names) -> counted(group, names, charts));
        return charts;
    }

    /** Returns the names of the counted resources that no chart shows, because they never moved. */
    List<String> atRest() {
        return names().stream().filter(Predicate.not(this::isTelling)).toList();
    }

    private Chart heap() {
        List<@Nullable Long> live = timeline.values("heap");
        long baseline = at(live, timeline.baseline());
        double slack = Math.max(
                run.thresholds().getOrDefault("heapSlackBytes", 0.0),
                run.thresholds().getOrDefault("heapSlack", 0.0) * baseline);
        var line = new Line("live heap", live, isSuspect("heap"));
        return new Chart(
                "heap",
                "Live heap",
                Unit.BYTES,
                summary(Unit.BYTES, List.of(line)),
                List.of(line),
                allowed(Unit.BYTES, baseline, slack));
    }

    private void suspectClasses(List<Chart> charts) {
        List<Line> lines = run.probes().stream()
                .filter(probe -> probe.name().startsWith("heap:") && probe.verdict() != Outcome.CLEAN)
                .map(probe -> new Line(
                        Text.className(probe.name().substring("heap:".length())), timeline.values(probe.name()), true))
                .filter(line -> !line.values().isEmpty())
                .sorted(Comparator.comparingLong((Line line) -> range(line.values()))
                        .reversed())
                .limit(MOST_LINES)
                .toList();
        if (!lines.isEmpty()) {
            charts.add(chart("suspect-classes", "Instances of classes that grew", Unit.COUNT, lines));
        }
    }

    private void movers(List<Chart> charts) {
        List<Line> lines = run.classes().stream()
                .map(series -> new Line(
                        Text.className(series.name()),
                        aboveBaseline(timeline.padded(series.bytes())),
                        isSuspect("heap:" + series.name())))
                .filter(line -> range(line.values()) > 0)
                .sorted(Comparator.comparingLong((Line line) -> range(line.values()))
                        .reversed())
                .limit(MOST_LINES)
                .toList();
        if (!lines.isEmpty()) {
            charts.add(chart("classes-by-size", "Classes that moved most, bytes above baseline", Unit.BYTES, lines));
        }
    }

    private List<@Nullable Long> aboveBaseline(List<@Nullable Long> values) {
        long baseline = at(values, timeline.baseline());
        return values.stream()
                .<@Nullable Long>map(value -> value == null ? null : value - baseline)
                .toList();
    }

    private void counted(Group group, List<String> names, List<Chart> charts) {
        List<Line> lines = names.stream()
                .filter(this::isTelling)
                .map(name -> new Line(nameIn(group, name), timeline.values(name), isSuspect(name)))
                .sorted(Comparator.comparing((Line line) -> !line.isSuspect())
                        .thenComparing(Comparator.comparingLong((Line line) -> range(line.values()))
                                .reversed()))
                .limit(MOST_LINES)
                .toList();
        boolean hasTotal = TOTALS.contains(group.probe()) && names.size() > 1;
        if (lines.isEmpty() && !(hasTotal && group.probe().equals("threads"))) {
            return;
        }
        var all = new ArrayList<>(lines);
        if (hasTotal) {
            all.add(new Line("all " + title(group).toLowerCase(Locale.ROOT), total(names), false, true));
        }
        charts.add(chart(group.id(), title(group), group.unit(), all));
    }

    private List<@Nullable Long> total(List<String> names) {
        return timeline.samples().stream()
                .<@Nullable Long>map(sample -> names.stream()
                        .mapToLong(name -> sample.counted().getOrDefault(name, 0L))
                        .sum())
                .toList();
    }

    private Chart chart(String id, String title, Unit unit, List<Line> lines) {
        return new Chart(
                id,
                title,
                unit,
                summary(unit, lines),
                lines,
                allowed(unit, at(lines.get(0).values(), timeline.baseline()), 0));
    }

    private Allowed allowed(Unit unit, double baseline, double slack) {
        return new Allowed(
                baseline,
                baseline + slack,
                "baseline " + Text.value(unit, baseline)
                        + (slack > 0 ? ", allowed up to " + Text.value(unit, baseline + slack) : ""));
    }

    private String summary(Unit unit, List<Line> lines) {
        Line first = lines.get(0);
        long baseline = at(first.values(), timeline.baseline());
        long settled = at(first.values(), timeline.settled());
        long high = first.values().stream()
                .filter(Objects::nonNull)
                .mapToLong(value -> value == null ? 0 : value)
                .max()
                .orElse(0);
        return "%s: %s at baseline, %s at the most, %s when settled."
                .formatted(first.name(), Text.value(unit, baseline), Text.value(unit, high), Text.value(unit, settled));
    }

    private Map<Group, List<String>> groups() {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        names().stream()
                .sorted(Comparator.comparing((String name) -> rank(group(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(name -> groups.computeIfAbsent(group(name), key -> new ArrayList<>())
                        .add(name));
        return groups;
    }

    private static int rank(Group group) {
        int rank = ORDER.indexOf(group.probe());
        return rank < 0 ? ORDER.size() : rank;
    }

    private TreeSet<String> names() {
        var names = new TreeSet<String>();
        timeline.samples().stream().map(Sample::counted).forEach(counted -> names.addAll(counted.keySet()));
        return names;
    }

    private Group group(String name) {
        int colon = name.indexOf(':');
        String probe = colon < 0 ? name : name.substring(0, colon);
        Probe finding = probes.get(name);
        Unit unit =
                finding != null ? Text.unit(finding.unit()) : probe.equals(Resource.BUFFERS) ? Unit.BYTES : Unit.COUNT;
        return new Group(probe, unit);
    }

    private boolean isTelling(String name) {
        return isSuspect(name)
                || range(timeline.values(name)
                                .subList(timeline.baseline(), timeline.samples().size()))
                        > 0;
    }

    private boolean isSuspect(String name) {
        Probe probe = probes.get(name);
        return probe != null && probe.verdict() != Outcome.CLEAN;
    }

    private static String title(Group group) {
        String title = TITLES.getOrDefault(group.probe(), group.probe());
        return group.probe().equals("redis") ? title + (group.unit() == Unit.BYTES ? " buffers" : " clients") : title;
    }

    private static String nameIn(Group group, String name) {
        return name.startsWith(group.probe() + ":")
                ? name.substring(group.probe().length() + 1)
                : name;
    }

    private static long at(List<@Nullable Long> values, int index) {
        Long value = index < values.size() ? values.get(index) : null;
        return value == null ? 0 : value;
    }

    private static long range(List<@Nullable Long> values) {
        var numbers = values.stream()
                .filter(Objects::nonNull)
                .mapToLong(value -> value == null ? 0 : value)
                .summaryStatistics();
        return numbers.getCount() == 0 ? 0 : numbers.getMax() - numbers.getMin();
    }

    /** Resources of one probe and unit share a chart. */
    private record Group(String probe, Unit unit) {

        String id() {
            String safe = probe.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return "of-" + safe + (unit == Unit.BYTES ? "-bytes" : "");
        }
    }
}
