package io.scupper.gate.output;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.gate.decision.Decision;
import io.scupper.gate.decision.Finding;
import io.scupper.gate.record.TestRecord.Leak;
import io.scupper.gate.words.TextFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The leaks at their lines, as SARIF 2.1.0 by OASIS, which GitHub shows in the changes, and as Code Quality of GitLab.
 * What has no line is shown at none, since both would refuse the file.
 */
public final class CodeAnnotations {

    private static final JsonMapper JSON = new JsonMapper();

    private CodeAnnotations() {}

    /** Writes SARIF. */
    public static void writeSarif(Decision decision, List<Path> sources, Path file) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Scupper");
        ObjectNode rule = driver.putArray("rules").addObject();
        rule.put("id", "retained-growth");
        rule.putObject("shortDescription").put("text", "Something is kept, operation after operation.");
        var results = run.putArray("results");
        located(decision, sources, (finding, leak, line) -> {
            ObjectNode result = results.addObject();
            result.put("ruleId", "retained-growth");
            result.put("level", "error");
            result.putObject("message").put("text", text(finding, leak));
            ObjectNode where = result.putArray("locations").addObject().putObject("physicalLocation");
            where.putObject("artifactLocation").put("uri", line.path());
            where.putObject("region").put("startLine", line.line());
            result.putObject("partialFingerprints").put("scupper/1", fingerprint(finding, leak));
        });
        TextFile.write(file, root.toPrettyString() + "\n");
    }

    /** Writes a report of GitLab's Code Quality. */
    public static void writeCodeQuality(Decision decision, List<Path> sources, Path file) {
        var root = JSON.createArrayNode();
        located(decision, sources, (finding, leak, line) -> {
            ObjectNode issue = root.addObject();
            issue.put("description", text(finding, leak));
            issue.put("check_name", "retained-growth");
            issue.put("fingerprint", fingerprint(finding, leak));
            issue.put("severity", "critical");
            ObjectNode where = issue.putObject("location");
            where.put("path", line.path());
            where.putObject("lines").put("begin", line.line());
        });
        TextFile.write(file, root.toPrettyString() + "\n");
    }

    private static void located(Decision decision, List<Path> sources, Located located) {
        for (Finding finding : decision.findings()) {
            finding.leak()
                    .ifPresent(leak -> SourceLine.of(leak, sources).ifPresent(line -> located.at(finding, leak, line)));
        }
    }

    private static String text(Finding finding, Leak leak) {
        return "%s: %s %s"
                .formatted(finding.test(), finding.text(), leak.advice())
                .strip();
    }

    private static String fingerprint(Finding finding, Leak leak) {
        return leak.fingerprint().isEmpty() ? finding.test() + " " + leak.resource() : leak.fingerprint();
    }

    /** Takes a leak and its line. */
    private interface Located {
        void at(Finding finding, Leak leak, SourceLine line);
    }
}
