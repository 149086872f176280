package io.scupper.fault;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses what somebody meant who misspelled a name. */
final class NearestName {

    private NearestName() {}

    /** Returns the known name that takes the fewest edits, if that is no more than a third of the letters given. */
    static Optional<String> of(String given, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> edits(given, name)))
                .filter(name -> edits(given, name) <= Math.max(1, given.length() / 3));
    }

    /** Counts insertions, deletions and replacements (Levenshtein), row by row. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
