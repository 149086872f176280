package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.spi.FaultType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the traffic faults is held to what is registered. */
class TrafficFaultsPageTests {

    private static final Path PAGE = Path.of("../../docs/traffic-faults.md");
    private static final Pattern EXAMPLE = Pattern.compile("@Inject\\(value = \"([\\w-]+)\", with = \\{(.*)}\\)");
    private static final Pattern PAIR = Pattern.compile("\"(\\w+)=([^\"]*)\"");

    /** Faults that send requests of their own say by which version of HTTP. */
    static Stream<FaultType> trafficFaults() {
        return Faults.types().stream()
                .filter(type ->
                        type.parameters().stream().anyMatch(p -> p.name().equals("http")));
    }

    @Test
    void everyTrafficFaultHasItsChapterAndItsRow() throws IOException {
        List<String> ids = trafficFaults().map(FaultType::id).toList();

        assertThat(matches("(?m)^## (.+)$"))
                .containsExactlyInAnyOrderElementsOf(ids)
                .hasSizeGreaterThan(8);
        assertThat(matches("(?m)^\\| \\[`([\\w-]+)`]\\(#\\1\\) \\|")).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @MethodSource("trafficFaults")
    void theParametersOfAChapterAreThoseOfItsFault(FaultType type) throws IOException {
        assertThat(Files.readString(PAGE)).contains(table(type));
    }

    @Test
    void everyExampleIsAllowedAndEveryChapterHasOne() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(TrafficFaultsPageTests::created)
                .toList();

        assertThat(examples).containsExactlyElementsOf(matches("(?m)^## (.+)$"));
    }

    private static String created(MatchResult example) {
        FaultSpec spec = Faults.of(example.group(1));
        for (MatchResult pair : PAIR.matcher(example.group(2)).results().toList()) {
            spec = spec.with(pair.group(1), pair.group(2));
        }
        return Faults.create(spec).id();
    }

    private static List<String> matches(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String table(FaultType type) {
        return "<!-- parameters: " + type.id() + " -->\n| parameter | allowed | default |\n|---|---|---|\n"
                + type.parameters().stream()
                        .map(parameter -> "| `%s` | %s | %s |\n"
                                .formatted(
                                        parameter.name(),
                                        parameter.allowed(),
                                        parameter.fallback().isEmpty() ? "" : "`" + parameter.fallback() + "`"))
                        .collect(Collectors.joining());
    }
}
