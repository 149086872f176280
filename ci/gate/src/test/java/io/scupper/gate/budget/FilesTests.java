package io.scupper.gate.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.gate.words.GateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTests {

    @TempDir
    private Path folder;

    @Test
    void budgetIsSortedWithOneFigureALine() throws IOException {
        Path file = folder.resolve("budget.json");
        var budget = new Budget(Map.of(
                "b.T.x (container)", new Budget.Entry(OptionalLong.of(700), Map.of(), Map.of()),
                "a.T.x (container)",
                        new Budget.Entry(
                                OptionalLong.empty(),
                                Map.of("heap", 24.00049, "threads:w-*", 1.0),
                                Map.of("heap:a.C", 300.0))));

        BudgetFile.write(budget, file);

        assertThat(file).content().isEqualToNormalizingNewlines("""
                {
                  "schema" : "scupper-budget/1",
                  "tests" : {
                    "a.T.x (container)" : {
                      "growthPerOperation" : {
                        "heap" : 24.0,
                        "threads:w-*" : 1.0
                      },
                      "retained" : {
                        "heap:a.C" : 300.0
                      }
                    },
                    "b.T.x (container)" : {
                      "timeToBaselineMillis" : 700
                    }
                  }
                }
                """);
        assertThat(BudgetFile.read(file).tests()).containsOnlyKeys("a.T.x (container)", "b.T.x (container)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"schema\": \"scupper-budget/2\"} | schema in",
                "{\"schema\": \"scupper-budget/1\", \"tests\": {\"a\": {\"timeToBaselineMillis\": -3}}} | timeToBaselineMillis of 'a' in",
                "{\"schema\": \"scupper-budget/1\", \"tests\": {\"a\": {\"retained\": {\"heap\": \"3MB\"}}}} | retained 'heap' of 'a' in",
                "{\"schema\": \"scupper-budget/1\", \"tests\": {\"a\": {}, \"a\": {}}} | Duplicate field 'a'",
                "{\"schema\": \"scupper-budget/1\" | is no whole JSON",
            })
    void brokenBudgetIsRefusedWithItsPlace(String json, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("budget.json"), json);

        assertThatThrownBy(() -> BudgetFile.read(file))
                .isInstanceOf(GateException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fingerprint\": \"ab\", \"ticket\": \"T\", \"expires\": \"2027-01-01\"} | reason of ab in",
                "{\"fingerprint\": \"ab\", \"reason\": \"r\", \"expires\": \"2027-01-01\"} | ticket of ab in",
                "{\"reason\": \"r\", \"ticket\": \"T\", \"expires\": \"2027-01-01\"} | fingerprint of an entry in",
                "{\"fingerprint\": \"ab\", \"reason\": \"r\", \"ticket\": \"T\", \"expires\": \"soon\"} | expires of 'ab' in",
            })
    void acceptedLeakWithoutItsReasonIsRefused(String leak, String why) throws IOException {
        Path file = Files.writeString(
                folder.resolve("accepted.json"), "{\"schema\": \"scupper-accepted/1\", \"leaks\": [" + leak + "]}");

        assertThatThrownBy(() -> AcceptedLeaksFile.read(file))
                .isInstanceOf(GateException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(file.toString());
    }
}
