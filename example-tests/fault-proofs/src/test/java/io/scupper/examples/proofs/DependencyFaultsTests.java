package io.scupper.examples.proofs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.fault.Faults;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the faults of dependencies has each of them with its parameters, and no other. */
class DependencyFaultsTests {

    private static final Path PAGE = Path.of("../../docs/dependency-faults.md");
    private static final Pattern COMPANIONS =
            Pattern.compile("io\\.scupper\\.ext\\.(postgres|rabbitmq|redis|wiremock)\\..*");
    private static final Pattern SECTION = Pattern.compile("^## `([\\w-]+)`$", Pattern.MULTILINE);

    static Stream<FaultType> faults() {
        return Faults.types().stream()
                .filter(type -> type.id().equals("dns-stall")
                        || COMPANIONS.matcher(type.getClass().getName()).matches());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultHasASectionWithItsParametersAndAnExample(FaultType type) throws IOException {
        String section = Stream.of(Files.readString(PAGE).split("(?m)^(?=## )"))
                .filter(each -> each.startsWith("## `" + type.id() + "`\n"))
                .collect(joining());

        assertThat(section)
                .contains("\n\n| parameter | allowed | default |\n|---|---|---|\n" + rows(type.parameters()) + "\n")
                .containsPattern("```\n@Inject\\((value = )?\"" + type.id() + "\"");
    }

    @Test
    void pageHasNoOtherFault() throws IOException {
        var sections = SECTION.matcher(Files.readString(PAGE)).results().map(found -> found.group(1));

        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(faults().map(FaultType::id).toList());
    }

    private static String rows(List<Parameter> parameters) {
        return parameters.stream()
                .map(each -> "| `%s` | %s | %s |\n"
                        .formatted(
                                each.name(),
                                each.allowed(),
                                each.fallback().isEmpty() ? "" : "`" + each.fallback() + "`"))
                .collect(joining());
    }
}
