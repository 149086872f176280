package io.scupper.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the golden texts leave out: keys, bytes, what counts as the application's, and one dump alone. */
class DetailsTests {

    @Test
    void upToThreeKeysOfAMapAreShown() {
        assertThat(SubjectDumps.line("com.acme.Shop$Session", "keys"))
                .hasSize(3)
                .allMatch(key -> key.matches("session-\\d+"));
        assertThat(SubjectDumps.line("com.acme.Shop$Price", "keys")).hasSize(3).allMatch(key -> key.matches("\\d+"));
    }

    @Test
    void bytesThatOnlyTheCollectionHoldsAreAtLeastThoseOfItsEntries() {
        List<String> retained = SubjectDumps.line("com.acme.Shop$Session", "retained");

        // A node of the map, the key and its bytes, the session, its list, and two items.
        long entry = 32 + 24 + 24 + 16 + 24 + 2 * 16;
        assertThat(retained.get(0)).isEqualTo("at-least");
        assertThat(Long.parseLong(retained.get(2)) - Long.parseLong(retained.get(1)))
                .isBetween(211 * entry, 211 * (entry + 24));
    }

    @Test
    void bytesThatSomethingElseHoldsTooAreNotCounted() {
        List<String> retained = SubjectDumps.line("com.acme.Shop$Device", "retained");

        long device = 16;
        assertThat(Long.parseLong(retained.get(2)) - Long.parseLong(retained.get(1)))
                .isLessThan(211 * (4 + device));
    }

    @Test
    void bytesOfAListOfTheApplicationsOwnAreThoseOfItsLinks() {
        long link = 16;

        assertThat(SubjectDumps.line("com.acme.Shop$Link", "retained"))
                .containsExactly("at-least", Long.toString(100_211 * link), Long.toString(100_422 * link));
    }

    @Test
    void ofManyShapesThatGrowFourAreToldAtOnce() {
        Run run = Run.of(SubjectDumps.paths("--grown", "java.lang.String=1"));

        assertThat(run.out().lines().filter(line -> line.startsWith("shape\t") && line.endsWith("\tfirst")))
                .hasSize(4);
    }

    @Test
    void whatIsDeclaredAsTheApplicationIsNotTheAgents() {
        Run run = Run.of(SubjectDumps.paths(
                "--grown", "com.acme.Faint$Planted=211", "--application", "io.scupper.testsubject.", "com.acme."));

        assertThat(run.out())
                .contains("collection\tio.scupper.testsubject.Keeper.KEPT\tArrayList\t211\t422\telements\telement\n")
                .contains("culprit\tio.scupper.testsubject.Keeper\tKEPT\n")
                .doesNotContain("only-weakly");
    }

    @Test
    void aGrowthOfLessThanHalfOfWhatIsExpectedIsNoPath() {
        Run run = Run.of(SubjectDumps.paths("--grown", "com.acme.Shop$Event=423"));

        assertThat(run.out()).contains("no-path\t").doesNotContain("\nshape\t");
    }

    @Test
    void oneDumpTellsWhoHoldsAClassTheLargestFirst() {
        Path dump = SubjectDumps.file("second.hprof");

        Run run = Run.of("holders", "--dump", dump.toString(), "--class", "com.acme.Shop$Hit", "--limit", "2");

        assertThat(run.out().replace("\t", " | ")).isEqualTo("""
                        heap | 1
                        holders | com.acme.Shop$Hit | 422
                        shape | deeb51493787 | 422
                        root | class | static field of class com.acme.Shop$Hits | class com.acme.Shop$Hits | 1
                        step | com.acme.Shop$Hits.BY_PAGE | java.util.HashMap | 1 | culprit
                        step | [value] | java.util.ArrayList | 10 |\s
                        step | [element] | com.acme.Shop$Hit | 422 |\s
                        culprit | com.acme.Shop$Hits | BY_PAGE
                        end | 1
                        """);
    }

    @Test
    void theLimitOfHoldersIsKept() {
        Path dump = SubjectDumps.file("second.hprof");

        Run run = Run.of("holders", "--dump", dump.toString(), "--class", "java.lang.String", "--limit", "3");

        assertThat(run.out().lines().filter(line -> line.startsWith("shape\t"))).hasSize(3);
        List<Long> counts = run.out()
                .lines()
                .filter(line -> line.startsWith("shape\t"))
                .map(line -> Long.parseLong(line.split("\t")[2]))
                .toList();
        assertThat(counts.get(0)).isGreaterThan(400);
        assertThat(counts).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(run.out().lines().reduce("", (before, line) -> line)).matches("end\t\\d{2,}");
    }

    @Test
    void aKeyOfAWeakMapIsOnlyWeaklyHeld() {
        Path dump = SubjectDumps.file("garbage.hprof");

        Run run = Run.of("holders", "--dump", dump.toString(), "--class", "com.acme.Faint$Tag");

        assertThat(run.out().replace("\t", " | ")).isEqualTo("""
                        heap | 1
                        holders | com.acme.Faint$Tag | 0
                        only-weakly | weak | 10
                        end | 0
                        """);
    }
}
