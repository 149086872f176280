package io.scupper.examples.culprits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One table of {@code docs/culprits.md}. Tests of the examples hold it to what their messages name; with
 * {@code -Dculprits=write} they write down what they see instead, for the diff to be reviewed.
 */
public final class CulpritTable {

    private static final String HEADING = "## ";
    private static final String ROW = "| `";

    private final Path document;
    private final String section;
    private final boolean writes;

    CulpritTable(Path document, String section, boolean writes) {
        this.document = document;
        this.section = section;
        this.writes = writes;
    }

    /** Returns the table below a heading, for a test that runs in the folder of its module. */
    public static CulpritTable of(String section) {
        return new CulpritTable(
                Path.of("..", "..", "docs", "culprits.md"),
                section,
                System.getProperty("culprits", "").equals("write"));
    }

    /**
     * Holds it to a row.
     *
     * @throws AssertionError if the table says something else of the example, or nothing
     */
    public void holds(CulpritRow row) throws IOException {
        // Tests run side by side, and each that writes rewrites the whole document.
        synchronized (CulpritTable.class) {
            compare(row);
        }
    }

    private void compare(CulpritRow row) throws IOException {
        List<String> lines = Files.readAllLines(document);
        int at = find(lines, row.example());
        if (at >= 0 && lines.get(at).equals(row.line())) {
            return;
        }
        if (!writes) {
            throw new AssertionError(
                    "docs/culprits.md does not say what the message does. It says%n  %s%nand should say%n  %s%nif that is right: -Dculprits=write."
                            .formatted(at < 0 ? "nothing of " + row.example() : lines.get(at), row.line()));
        }
        if (at >= 0) {
            lines.set(at, row.line());
        } else {
            lines.add(end(lines), row.line());
        }
        Files.write(document, lines);
    }

    /** Returns the examples that it has a row for, in order. */
    public List<String> examples() throws IOException {
        List<String> lines = Files.readAllLines(document);
        var examples = new ArrayList<String>();
        for (String line : lines.subList(begin(lines), end(lines))) {
            if (line.startsWith(ROW)) {
                examples.add(line.substring(ROW.length(), line.indexOf('`', ROW.length())));
            }
        }
        return examples;
    }

    private int find(List<String> lines, String example) {
        for (int i = begin(lines); i < end(lines); i++) {
            if (lines.get(i).startsWith(ROW + example + "`")) {
                return i;
            }
        }
        return -1;
    }

    private int begin(List<String> lines) {
        int heading = lines.indexOf(HEADING + section);
        if (heading < 0) {
            throw new AssertionError("%s has no heading '%s%s'.".formatted(document, HEADING, section));
        }
        return heading + 1;
    }

    /** Returns the line behind the last of its table. */
    private int end(List<String> lines) {
        int end = begin(lines);
        for (int i = end; i < lines.size() && !lines.get(i).startsWith(HEADING); i++) {
            if (lines.get(i).startsWith("|")) {
                end = i + 1;
            }
        }
        return end;
    }
}
