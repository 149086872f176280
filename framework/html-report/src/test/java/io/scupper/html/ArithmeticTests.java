package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of real records, worked out again by hand. */
class ArithmeticTests {

    @Test
    void aCountedResourceIsMeasuredAgainstWhatWasInjected() {
        assertThat(steps("leak-threads", "threads:orders-worker-*"))
                .containsExactly(
                        "51 settled − 2 baseline = +49.",
                        "Grew by 2 % of what was injected or more in 11 of 11 rounds; a leak does in 9.",
                        "+49 of 46 injected is a share of 107 %; a leak has 2 % at least.");
    }

    @Test
    void aClassIsMeasuredAgainstTheOperations() {
        assertThat(steps("leak-threads", "heap:io.scupper.examples.orders.ReportTask"))
                .containsExactly(
                        "50 settled − 0 baseline = +50.",
                        "Grew in 11 of 11 rounds; a suspect grows in each.",
                        "On average +4.182 in a round of 211 operations, a share of 1.98 %; a suspect has 0.5 % at least.",
                        "Scatter of the growth, Σ(d−m)²/m: 0.4; a suspect has 44 at the most for each instance kept per operation.");
    }

    @Test
    void theHeapIsMeasuredAgainstItsSlack() {
        assertThat(steps("leak-threads", "heap").get(1))
                .isEqualTo(
                        "Allowed without an explanation by class: 5.7 MiB, the larger of 2 MiB and 5 % of the baseline.");
    }

    @Test
    void whatIsBackNeedsNoMore() {
        assertThat(steps("clean", "threads:main")).containsExactly("1 settled − 1 baseline = 0.");
    }

    private static List<String> steps(String record, String name) {
        RunRecord run = Records.read(record);
        var arithmetic = new Arithmetic(run, new Timeline(run));
        return run.probes().stream()
                .filter(probe -> probe.name().equals(name))
                .map(arithmetic::of)
                .findFirst()
                .orElseThrow();
    }
}
