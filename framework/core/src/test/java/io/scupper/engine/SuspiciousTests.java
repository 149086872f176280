package io.scupper.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Finding;
import io.scupper.model.Unit;
import io.scupper.model.Witness;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuspiciousTests {

    @Test
    void classesOfTheApplicationComeBeforeThoseOfLibrariesAndMostInstancesFirst() {
        var leaks = List.of(
                leak("heap", 100),
                leak("heap:okio.Buffer", 4),
                leak("heap:[B", 9),
                leak("heap:[Lokio.Segment;", 5),
                leak("threads:worker-*", 1),
                leak("heap:com.acme.Line", 2),
                leak("heap:com.acme.Order", 1));

        assertThat(Suspicious.classes(leaks))
                .containsExactly("com.acme.Line", "com.acme.Order", "[B", "[Lokio.Segment;", "okio.Buffer");
    }

    @Test
    void fewClassesAreWitnessedAndMoreAreLookedForInTheDumps() {
        var leaks = IntStream.range(0, 20)
                .mapToObj(i -> leak("heap:com.acme.Order" + i, 1))
                .toList();

        assertThat(Suspicious.classes(leaks)).hasSize(12);
        assertThat(Suspicious.witnesses(leaks)).hasSize(7);
    }

    @Test
    void eachKindHasItsWitnessesAndNoneTwice() {
        assertThat(Suspicious.witnesses(
                        List.of(leak("sockets:ESTABLISHED to a:1", 1), leak("leases:OkHttp leased", 1))))
                .extracting(Witness::id)
                .doesNotHaveDuplicates()
                .contains("sockets", "leases:OkHttp", "leases:HikariCP");
        assertThat(Stream.of("threads", "tasks", "descriptors", "buffers", "classes"))
                .allSatisfy(probe -> assertThat(Suspicious.witnesses(List.of(leak(probe + ":any", 1))))
                        .isNotEmpty());
        assertThat(Suspicious.witnesses(List.of(leak("redis:output buffer", 1))))
                .isEmpty();
    }

    @Test
    void whoseTaskSomethingComesInIsAlwaysAsked() {
        assertThat(Stream.of("heap:com.acme.Order", "descriptors:file", "threads:worker-*"))
                .allSatisfy(name -> assertThat(Suspicious.witnesses(List.of(leak(name, 1))))
                        .extracting(Witness::id)
                        .containsOnlyOnce("tasks"));
    }

    private static Finding leak(String name, double perOperation) {
        return new Finding(name, Unit.COUNT, Finding.Kind.GROWTH, 0, 211, perOperation, "");
    }
}
