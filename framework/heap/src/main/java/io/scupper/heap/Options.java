package io.scupper.heap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a command line, each with its values in their order. */
final class Options {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Options() {}

    /**
     * Reads options; all take at least one value, and may be given several times.
     *
     * @param from index of the first one
     * @throws UsageException if one is not known, or has no value
     */
    static Options of(String[] words, int from, Set<String> known) {
        var options = new Options();
        String option = "";
        for (int i = from; i < words.length; i++) {
            if (words[i].startsWith("--")) {
                options.end(option);
                option = words[i];
                if (!known.contains(option)) {
                    throw new UsageException("Option '" + option + "' is not known; there are "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
                }
                options.values.computeIfAbsent(option, key -> new ArrayList<>());
            } else if (option.isEmpty()) {
                throw new UsageException("'" + words[i] + "' is no option; options begin with --.");
            } else {
                options.all(option).add(words[i]);
            }
        }
        options.end(option);
        return options;
    }

    /** Returns the values of an option, which may be none. */
    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** Returns the one value of an option that must be there. */
    String one(String option) {
        List<String> all = all(option);
        if (all.size() != 1) {
            throw new UsageException("Option '" + option + "' is needed once, and was given " + all.size() + " times.");
        }
        return all.get(0);
    }

    /** Returns the one value of an option, or another if it is not there. */
    String one(String option, String otherwise) {
        return values.containsKey(option) ? one(option) : otherwise;
    }

    private void end(String option) {
        if (!option.isEmpty() && all(option).isEmpty()) {
            throw new UsageException("Option '" + option + "' has no value.");
        }
    }

    /** Reads a whole number above 0. */
    static long positive(String option, String text) {
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with what was given.
        }
        throw new UsageException("Option '" + option + "' was given '" + text + "'; a whole number above 0 is needed.");
    }
}
