package io.scupper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.AllocatingThread;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationSitesTests {

    private static final String TREE = "com.acme.Totals.ofTree(Totals.java:32)";
    private static final String STREAM = "com.acme.Totals.ofStream(Totals.java:50)";

    private final AllocationSites sites = new AllocationSites();

    private void look(long thread, long bytes, String... frames) {
        sites.add(List.of(new AllocatingThread(thread, bytes, List.of(frames))));
    }

    @Test
    void whatIsAllocatedGoesToTheNearestMethodOfTheApplication() {
        look(1, 7_000, "java.util.HashMap.resize(HashMap.java:1)", TREE, "com.acme.Main.serve(Main.java:9)");
        look(1, 900, "com.fasterxml.jackson.databind.ObjectMapper.readTree(ObjectMapper.java:2)", TREE);
        look(1, 100, "java.util.HashMap.resize(HashMap.java:1)", TREE);

        assertThat(sites.told()).containsExactly("100 % of what was seen being allocated, in 3 looks, was in " + TREE);
    }

    /** Its bytes are those of its whole life. */
    @Test
    void firstSightOfAThreadCountsForNothing() {
        look(1, 1_000_000, TREE);

        assertThat(sites.told()).isEmpty();
    }

    @Test
    void whatWasAllocatedBetweenTwoMethodsIsNobodys() {
        look(1, 0, STREAM);
        look(1, 500, TREE);
        look(1, 500, TREE);

        assertThat(sites.told()).containsExactly("50 % of what was seen being allocated, in 3 looks, was in " + TREE);
    }

    @Test
    void threadsAreLookedAtEachByItself() {
        look(1, 0, TREE);
        look(2, 0, STREAM);
        look(1, 700, TREE);
        look(2, 300, STREAM);

        assertThat(sites.told())
                .containsExactly(
                        "70 % of what was seen being allocated, in 4 looks, was in " + TREE,
                        "30 % of what was seen being allocated, in 4 looks, was in " + STREAM);
    }

    @Test
    void ofAMethodTheLineIsToldAtWhichMostIsAllocated() {
        look(1, 0, TREE);
        look(1, 100, "com.acme.Totals.ofTree(Totals.java:31)");
        look(1, 900, TREE);

        assertThat(sites.told()).containsExactly("100 % of what was seen being allocated, in 3 looks, was in " + TREE);
    }

    @Test
    void librariesAndTheFewAreNotTold() {
        look(1, 0, "io.netty.buffer.Pool.allocate(Pool.java:1)");
        look(1, 9_200, "io.netty.buffer.Pool.allocate(Pool.java:1)");
        look(2, 0, TREE);
        look(2, 800, TREE);

        assertThat(sites.told()).isEmpty();
    }
}
