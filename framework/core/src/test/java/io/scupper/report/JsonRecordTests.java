package io.scupper.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.model.ClassCount;
import io.scupper.model.ClassSeries;
import io.scupper.model.Course;
import io.scupper.model.Finding;
import io.scupper.model.Phase;
import io.scupper.model.Resource;
import io.scupper.model.Round;
import io.scupper.model.Rounds;
import io.scupper.model.Run;
import io.scupper.model.Sample;
import io.scupper.model.Unit;
import io.scupper.model.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonRecordTests {

    private static final String ORDER = "com.acme.Order";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sample warm = sample(Phase.WARM_UP, 1_000, Map.of(ORDER, new ClassCount(1, 24)));
    private final Sample control = sample(Phase.CONTROL, 2_000, Map.of(ORDER, new ClassCount(1, 24)));
    private final Sample armed = sample(Phase.ARMED, 3_000, Map.of(ORDER, new ClassCount(212, 5_088)));
    private final Sample settled = sample(Phase.SETTLE, 4_000, Map.of());

    @Test
    void chartsFindFaultWindowClassesFiringsAndThresholds() throws Exception {
        ObjectNode json = JsonRecord.toJson(run(List.of(finding("heap:" + ORDER, Finding.Kind.GROWTH))));

        assertThat(json.get("armed")).hasToString(read("{'fromMillis': 2100, 'toMillis': 3050, 'phases': ['armed']}"));
        assertThat(json.get("thresholds")).hasToString(read("{'share': 0.005, 'slack': 64}"));
        assertThat(json.get("classes"))
                .hasToString(read("[{'name': 'com.acme.Order', 'instances': [null, 1, 1, 212, 0],"
                        + " 'bytes': [null, 24, 24, 5088, 0]}]"));
        assertThat(json.get("samples").findValuesAsText("fired")).containsExactly("0", "0", "0", "50", "0");
    }

    @Test
    void fieldsOfTheFirstSchemaAreThere() {
        ObjectNode json = JsonRecord.toJson(run(List.of()));

        assertThat(json.get("schema").asText()).isEqualTo("scupper-run/1");
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "schema",
                        "test",
                        "verdict",
                        "runtime",
                        "subject",
                        "tookMillis",
                        "withinMillis",
                        "recoveredAfterMillis",
                        "planted",
                        "reasons",
                        "faults",
                        "probes",
                        "budgets",
                        "suspects",
                        "samples",
                        "armed",
                        "thresholds",
                        "classes");
        assertThat(json.get("samples").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "phase",
                        "round",
                        "operations",
                        "atMillis",
                        "liveBytes",
                        "usedBytes",
                        "maxBytes",
                        "still",
                        "collected",
                        "counted",
                        "fired");
    }

    @Test
    void classesThatLeakComeFirstAndNoMoreThanTwentyAreKept() {
        var many = new HashMap<String, ClassCount>();
        IntStream.range(0, 100).forEach(i -> many.put("com.acme.Class" + i, new ClassCount(i, i * 1_000L)));
        Sample end = sample(Phase.SETTLE, 4_000, many);

        List<ClassSeries> classes = course(
                        end,
                        List.of(
                                finding("heap:com.acme.Class1", Finding.Kind.RETURNED),
                                finding("heap:com.acme.Class2", Finding.Kind.GROWTH)))
                .classes();

        assertThat(classes).hasSize(ClassSeries.MOST);
        assertThat(classes.stream().map(ClassSeries::name))
                .startsWith("com.acme.Class2", "com.acme.Class1", "com.acme.Class99", "com.acme.Class98");
    }

    private Run run(List<Finding> findings) {
        return new Run(
                "OrdersIT.orders",
                "forked JVM",
                "orders.jar",
                List.of(),
                samples(settled),
                findings,
                List.of(),
                Verdict.LEAK,
                Duration.ofSeconds(3),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(20),
                course(settled, findings));
    }

    private Course course(Sample end, List<Finding> findings) {
        var rounds = new Rounds(warm, List.of(new Round(control, 0)), List.of(new Round(armed, 50)), end);
        return Course.of(
                Optional.of(new Course.Window(2_100, 3_050)),
                samples(end),
                rounds,
                List.of(),
                findings,
                new Figures(0.005, 64));
    }

    private List<Sample> samples(Sample end) {
        return List.of(sample(Phase.WARM_UP, 500, Map.of()), warm, control, armed, end).stream()
                .map(Sample::withoutClasses)
                .toList();
    }

    private static Finding finding(String name, Finding.Kind kind) {
        return new Finding(name, Unit.COUNT, kind, 0, 211, 1, "grew");
    }

    private static Sample sample(Phase phase, long atMillis, Map<String, ClassCount> classes) {
        return new Sample(
                phase,
                1,
                211,
                atMillis,
                new Sample.Heap(1_000, 2_000, 4_000, 0),
                classes,
                Map.of(Resource.count("threads", "main"), 1L),
                Sample.Rest.QUIET);
    }

    private static String read(String json) throws Exception {
        return JSON.readTree(json.replace('\'', '"')).toString();
    }

    /** Public, as the thresholds are. */
    public record Figures(double share, int slack) {}
}
