package io.scupper.gate;

import io.scupper.gate.budget.Budget;
import io.scupper.gate.budget.BudgetFile;
import io.scupper.gate.decision.ExitCode;
import io.scupper.gate.record.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Writes the budget that a build keeps to: what the command line and the Maven plugin share. */
public final class BudgetUpdate {

    private BudgetUpdate() {}

    /**
     * Writes it, over the one that is there.
     *
     * @param log takes the lines for the console
     * @return {@link ExitCode#BROKEN} if the records are not whole; nothing is written then
     */
    public static ExitCode write(List<Path> records, Path file, Consumer<String> log) {
        Records read = Records.in(records);
        if (!read.problems().isEmpty()) {
            read.problems().forEach(problem -> log.accept("broken set-up: " + problem));
            log.accept("Nothing was accepted.");
            return ExitCode.BROKEN;
        }
        Budget before = Files.exists(file) ? BudgetFile.read(file) : Budget.NONE;
        Budget after = Budget.of(read.tests(), before);
        BudgetFile.write(after, file);
        log.accept("%d tests have a budget in '%s'.".formatted(after.tests().size(), file));
        return ExitCode.CLEAN;
    }
}
