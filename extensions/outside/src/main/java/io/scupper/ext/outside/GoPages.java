package io.scupper.ext.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.model.ScupperException;
import io.scupper.model.ThreadStack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages that a Go service tells of itself. */
record GoPages(Page page, String profiles, String variablesPath) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROFILES =
            "The service must serve net/http/pprof there: import it, or route /debug/pprof/*profile to pprof.Index.";

    /** Collects garbage, then reads the heap. */
    HeapProfile heap() {
        return HeapProfile.parse(page.get(profiles + "/heap?gc=1&debug=1", PROFILES));
    }

    Map<String, Long> goroutines() {
        return Goroutines.counts(page.get(profiles + "/goroutine?debug=1", PROFILES));
    }

    List<ThreadStack> stacks() {
        return Goroutines.stacks(page.get(profiles + "/goroutine?debug=2", PROFILES));
    }

    /** Returns the numbers of these names that expvar publishes. */
    Map<String, Long> numbers(List<String> names) {
        var numbers = new TreeMap<String, Long>();
        if (names.isEmpty()) {
            return numbers;
        }
        JsonNode all = variables();
        for (String name : names) {
            JsonNode at = find(all, name);
            if (!at.isIntegralNumber()) {
                throw new ScupperException("expvar has no whole number '%s' at %s: it is '%s'. Published are %s."
                        .formatted(name, variablesPath, at, names(all)));
            }
            numbers.put(name, at.asLong());
        }
        return numbers;
    }

    private JsonNode variables() {
        try {
            return JSON.readTree(page.get(variablesPath, "The service must serve expvar.Handler() there."));
        } catch (JsonProcessingException e) {
            throw new ScupperException(
                    "What %s has is no JSON: %s.".formatted(variablesPath, e.getOriginalMessage()), e);
        }
    }

    /** A name may have dots itself. */
    private static JsonNode find(JsonNode all, String name) {
        return all.has(name) ? all.get(name) : all.at("/" + name.replace('.', '/'));
    }

    private static List<String> names(JsonNode all) {
        var names = new java.util.ArrayList<String>();
        all.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
