package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.spi.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the documentation has the registered faults, each with its parameters, and no others. */
class WireFaultsPageTests {

    private static final Path PAGE = Path.of("../../docs/wire-faults.md");

    @Test
    void tableHasEveryFaultWithItsParameters() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `wire-"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        Kinds.all().stream().map(WireFaultsPageTests::row).toList());
    }

    @Test
    void everyFaultOfTheWireIsRegistered() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            List<String> extending = sources.filter(Files::isRegularFile)
                    .filter(WireFaultsPageTests::extendsTheType)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
            assertThat(Kinds.all().stream().map(type -> type.getClass().getSimpleName()))
                    .containsExactlyInAnyOrderElementsOf(extending);
        }
    }

    private static String row(WireFaultType type) {
        String directions = type.parameters().stream()
                .filter(parameter -> parameter.name().equals("direction"))
                .map(Parameter::allowed)
                .findFirst()
                .orElse("none");
        String amounts = type.amounts().stream()
                .map(Amount::parameter)
                .map(parameter -> "`%s=%s`: %s".formatted(parameter.name(), parameter.fallback(), parameter.allowed()))
                .collect(Collectors.joining("; "));
        return "| `%s` | %s | %s | %s |"
                .formatted(type.id(), type.doing(), directions, amounts.isEmpty() ? "none" : amounts);
    }

    private static boolean extendsTheType(Path source) {
        try {
            return Files.readString(source).contains(" extends WireFaultType ");
        } catch (IOException e) {
            throw new AssertionError("Cannot be read: " + source, e);
        }
    }
}
