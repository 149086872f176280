package io.scupper.gate.output;

import io.scupper.gate.decision.Decision;
import io.scupper.gate.decision.ExitCode;
import java.util.ArrayList;
import java.util.List;

/** The decision as lines for a log: what stands against the build, what is only said, and what it comes to. */
public final class Console {

    private Console() {}

    /** Returns the lines; the last is the decision. */
    public static List<String> of(Decision decision) {
        var lines = new ArrayList<String>();
        decision.notes().forEach(note -> lines.add("note: " + note));
        decision.findings()
                .forEach(finding ->
                        lines.add("%s: %s: %s".formatted(finding.code().words(), finding.test(), finding.text())));
        int tests = decision.records().tests().size();
        ExitCode code = decision.exitCode();
        lines.add("%s (exit code %d) after %d %s"
                .formatted(code.words(), code.code(), tests, tests == 1 ? "leak test" : "leak tests"));
        return lines;
    }
}
