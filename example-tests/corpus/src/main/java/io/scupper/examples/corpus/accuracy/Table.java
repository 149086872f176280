package io.scupper.examples.corpus.accuracy;

import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    private Table() {}

    /** Begins a table; the first column is text, and the others are numbers. */
    static Table of(List<String> heads) {
        var table = new Table();
        table.row(heads);
        table.text
                .append("|---|")
                .append(String.join("", Collections.nCopies(heads.size() - 1, "---:|")))
                .append('\n');
        return table;
    }

    Table row(List<String> cells) {
        text.append("| ")
                .append(String.join(" | ", cells.stream().map(Table::escaped).toList()))
                .append(" |\n");
        return this;
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace('\n', ' ');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
