package io.scupper.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What instances take by themselves, and with what only they hold. */
class FootprintTests {

    private static final int SESSIONS = 422;
    private static final int ITEMS = 2 * SESSIONS;

    @Test
    void whatOnlyTheInstancesHoldIsTheirs() {
        Footprint sessions = footprint("com.acme.Shop$Session");
        Footprint items = footprint("com.acme.Shop$Item");

        assertThat(sessions.instances).isEqualTo(SESSIONS);
        assertThat(items.instances).isEqualTo(ITEMS);
        // Each has a list of two items, which nobody else has.
        assertThat(sessions.retained - sessions.shallow - items.retained)
                .isGreaterThan(0)
                .isLessThanOrEqualTo(SESSIONS * 64L);
    }

    @Test
    void instancesThatHoldOneAnotherAreCountedOnce() {
        Footprint links = footprint("com.acme.Shop$Link");

        assertThat(links.instances).isPositive();
        assertThat(links.retained).isEqualTo(links.shallow);
    }

    @Test
    void classThatIsNotThereHasNoInstances() {
        assertThat(footprint("com.acme.Nobody")).isEqualTo(new Footprint(0, 0, 0));
    }

    private static Footprint footprint(String type) {
        Run run =
                Run.of("footprint", "--dump", SubjectDumps.file("second.hprof").toString(), "--class", type);
        assertThat(run.err()).isEmpty();
        List<String> fields = run.out()
                .lines()
                .filter(line -> line.startsWith("footprint\t"))
                .map(line -> Arrays.asList(line.split("\t")))
                .findFirst()
                .orElseThrow();
        assertThat(fields.get(1)).isEqualTo(type);
        return new Footprint(
                Long.parseLong(fields.get(2)), Long.parseLong(fields.get(3)), Long.parseLong(fields.get(4)));
    }

    private record Footprint(long instances, long shallow, long retained) {}
}
