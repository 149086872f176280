package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTests {

    @Test
    void whatMovedIsDrawnAndWhatDidNotIsNamed() {
        Charts charts = charts("leak-threads");

        assertThat(charts.all().stream().map(Chart::title))
                .containsExactly(
                        "Live heap",
                        "Instances of classes that grew",
                        "Classes that moved most, bytes above baseline",
                        "Threads",
                        "Sockets");
        assertThat(charts.atRest()).contains("redis:clients", "threads:main").doesNotContain("threads:orders-worker-*");
    }

    @Test
    void suspectsComeFirstAndTotalsLast() {
        Chart threads = charts("leak-threads").all().get(3);

        assertThat(threads.lines().stream().map(Chart.Line::name)).containsExactly("orders-worker-*", "all threads");
        assertThat(threads.lines().get(0).isSuspect()).isTrue();
        assertThat(threads.allowed()).isEqualTo(new Chart.Allowed(2, 2, "baseline 2"));
    }

    @Test
    void theHeapHasItsSlackAboveTheBaseline() {
        Chart.Allowed allowed = charts("leak-threads").all().get(0).allowed();

        assertThat(allowed.top()).isEqualTo(allowed.baseline() * 1.05);
    }

    @Test
    void aHeapThatWasNotReadHasNoChart(@TempDir Path folder) throws IOException {
        RunRecord run = new RecordReader().read(Records.withoutHeap(folder));

        assertThat(new Charts(run, new Timeline(run)).all().stream().map(Chart::title))
                .contains("Threads")
                .doesNotContain("Live heap");
    }

    @Test
    void aTestThatWasNotMeasuredHasNoChart() {
        assertThat(charts("error").all()).isEmpty();
    }

    @Test
    void arraysAreWrittenAsInSource() {
        assertThat(List.of("[B", "[[J", "[Ljava.lang.Object;", "com.acme.Order").stream()
                        .map(Text::className))
                .containsExactly("byte[]", "long[][]", "java.lang.Object[]", "com.acme.Order");
    }

    @Test
    void settlingBeginsWhenFaultsAreLifted() {
        RunRecord run = Records.read("leak-leases");
        List<Timeline.Band> bands = new Timeline(run).bands();

        assertThat(bands.stream().map(Timeline.Band::name))
                .containsExactly("warm-up", "control", "armed", "settle", "placebo");
        assertThat(bands.get(3).from()).isEqualTo(run.armed().toMillis());
        assertThat(bands.get(2).to()).isEqualTo(run.armed().toMillis());
    }

    private static Charts charts(String record) {
        RunRecord run = Records.read(record);
        return new Charts(run, new Timeline(run));
    }
}
