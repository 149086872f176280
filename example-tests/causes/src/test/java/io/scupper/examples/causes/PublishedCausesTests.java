package io.scupper.examples.causes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.causetable.CauseLine;
import io.scupper.examples.causetable.CauseResults;
import io.scupper.examples.causetable.CausesInReadme;
import io.scupper.examples.causetable.CausesPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation says of the causes is what the results have that are kept, and what the build compiles. */
class PublishedCausesTests {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern JAVA =
            Pattern.compile("(<!-- snippet: ([\\w./-]+)#([\\w-]+) -->\\R)?```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void tableIsMadeOfTheResultsThatAreKept() throws IOException {
        assertThat(Files.readString(CauseResults.TABLE)).isEqualTo(CausesPage.of(CauseResults.read()));
    }

    @Test
    void tableInTheReadmeIsMadeOfThemToo() throws IOException {
        String readme = Files.readString(CauseResults.README);

        assertThat(readme).isEqualTo(CausesInReadme.with(readme, CauseResults.read()));
    }

    @Test
    void everySubjectHasARowOfItsRunInAContainer() throws IOException {
        try (Stream<Path> subjects =
                Files.list(Path.of("src", "main", "java", "io", "scupper", "examples", "causes"))) {
            assertThat(CauseResults.read())
                    .filteredOn(line -> line.runtime().equals("container"))
                    .extracting(line -> line.cause().replace("-", "") + " " + line.build())
                    .containsAll(subjects.filter(Files::isDirectory)
                            .flatMap(subject ->
                                    Stream.of("leaky", "remedied").map(build -> subject.getFileName() + " " + build))
                            .toList());
        }
    }

    @Test
    void everyResultIsBadOnTheLeakyBuildAndCleanOnTheOther() throws IOException {
        assertThat(CauseResults.read())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.verdict()).matches(line.build().equals("leaky") ? "LEAK|OVER_BUDGET" : "CLEAN"))
                .allSatisfy(line -> assertThat(line.texts()).noneMatch(String::isBlank));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void pageShowsTheFailureAsItWasPrinted(String cause) throws IOException {
        assertThat(page(cause)).contains("```text\n" + CauseResults.failure(cause) + "```");
    }

    @ParameterizedTest
    @MethodSource("causes")
    void codeOnAPageIsARegionOfWhatIsCompiled(String cause) throws IOException {
        List<MatchResult> snippets = JAVA.matcher(page(cause)).results().toList();

        assertThat(snippets).as("samples on the page of %s", cause).isNotEmpty();
        for (MatchResult snippet : snippets) {
            assertThat(snippet.group(2)).as("a snippet comment above the code").isNotNull();
            assertThat(snippet.group(4)).isEqualTo(region(ROOT.resolve(snippet.group(2)), snippet.group(3)));
        }
    }

    static List<String> causes() throws IOException {
        return CauseResults.read().stream().map(CauseLine::cause).distinct().toList();
    }

    private static String page(String cause) throws IOException {
        return Files.readString(CauseResults.PAGES.resolve(cause + ".md"));
    }

    private static String region(Path source, String tag) throws IOException {
        List<String> region = Files.readAllLines(source).stream()
                .dropWhile(line -> !line.contains("// tag::" + tag + "[]"))
                .skip(1)
                .takeWhile(line -> !line.contains("// end::" + tag + "[]"))
                .toList();
        assertThat(region).as("region %s of %s", tag, source).isNotEmpty();
        return region.stream().collect(joining("\n")).stripIndent() + "\n";
    }
}
