package io.scupper.examples.leaktests;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The code in the READMEs and in the guides to faults and budgets is, letter by letter, a tagged region of what the build runs. */
class SnippetTests {

    private static final Path ROOT = Path.of("../..");
    private static final Path SOURCES = Path.of("src/test/java/io/scupper/examples/leaktests");
    private static final Pattern JAVA =
            Pattern.compile("(<!-- snippet: ([\\w./-]+)#([\\w-]+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource
    void codeIsARegionOfALeakTest(String code, String source, String tag) {
        assertThat(source).as("a snippet comment above the code").isNotNull();
        Path file = source.contains("/") ? ROOT.resolve(source) : SOURCES.resolve(source);
        assertThat(code).isEqualTo(region(file, tag));
    }

    static Stream<Arguments> codeIsARegionOfALeakTest() {
        return Stream.of(
                        "README.md",
                        "framework/README.md",
                        "extensions/README.md",
                        "example-tests/README.md",
                        "docs/writing-a-fault.md",
                        "docs/go.md",
                        "docs/spring-boot.md",
                        "docs/budgets.md")
                .map(page -> read(ROOT.resolve(page)))
                .flatMap(text -> JAVA.matcher(text).results())
                .map(found -> Arguments.of(found.group(4), found.group(2), found.group(3)));
    }

    private static String region(Path source, String tag) {
        List<String> lines = read(source).lines().toList();
        List<String> region = lines.stream()
                .dropWhile(line -> !line.contains("// tag::" + tag + "[]"))
                .skip(1)
                .takeWhile(line -> !line.contains("// end::" + tag + "[]"))
                .toList();
        assertThat(region).as("region %s of %s", tag, source).isNotEmpty();
        return region.stream().collect(joining("\n")).stripIndent() + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
