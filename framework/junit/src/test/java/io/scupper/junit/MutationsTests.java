package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.Mutation.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** What several tests make of the same faults. */
class MutationsTests {

    private final Mutations mutations = new Mutations();

    @TempDir
    private Path folder;

    @Test
    void aFaultThatATestHasNoticedIsNotTriedAnyMore() {
        assertThat(mutations.wants("a")).isTrue();
        mutations.add("a", Outcome.NOT_NOTICED, "one", "CLEAN");
        assertThat(mutations.wants("a")).isTrue();
        mutations.add("a", Outcome.NOTICED, "two", "LEAK");
        assertThat(mutations.wants("a")).isFalse();
    }

    @Test
    void oneTestThatNoticesIsEnough() {
        mutations.add("a", Outcome.NOTICED, "one", "LEAK (threads:t)");
        mutations.add("a", Outcome.NOT_NOTICED, "two", "CLEAN");
        mutations.add("a", Outcome.DOES_NOT_APPLY, "three", "");

        assertThatCode(() -> mutations.conclude(folder)).doesNotThrowAnyException();
        assertThat(folder.resolve("mutations.md"))
                .content()
                .contains("| `a` | noticed | one: LEAK (threads:t); passed: two: CLEAN |");
    }

    @Test
    void oneThatNobodyNoticesFailsWithTheTestsThatPassed() {
        mutations.add("b", Outcome.DOES_NOT_APPLY, "one", "not loaded");
        mutations.add("b", Outcome.NOT_NOTICED, "two", "CLEAN (fired 20 times, 0 withheld in the end)");
        mutations.add("c", Outcome.DOES_NOT_APPLY, "one", "not | loaded");

        assertThatThrownBy(() -> mutations.conclude(folder))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("The leak tests do not notice 1 of the leaks that were put under them:\n"
                        + "  b: passed by two: CLEAN (fired 20 times, 0 withheld in the end)\n"
                        + "Let a test repeat what gives these things back, in rounds that are long enough, and"
                        + " bound what may be retained; or say by -Dscupper.mutate.ignore=b that they need not"
                        + " be noticed. All of them are in '" + folder.resolve("mutations.md") + "'.");
        assertThat(folder.resolve("mutations.md"))
                .content()
                .contains("| `c` | does not apply | not \\| loaded |", "| `b` | not noticed | passed: two: CLEAN");
        assertThat(folder.resolve("mutations.json")).content().contains("\"outcome\" : \"NOT_NOTICED\"");
    }
}
