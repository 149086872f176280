package io.scupper.fault;

import java.util.Map;
import java.util.TreeMap;

/**
 * A fault as a test wrote it, not yet checked: {@link Faults#create} does that. Immutable.
 *
 * @param id of the fault's type
 * @param parameters in words; what is left out has its default
 */
public record FaultSpec(String id, Map<String, String> parameters) {

    public FaultSpec {
        parameters = Map.copyOf(parameters);
    }

    /** Returns this fault with a parameter set, for example {@code with("every", 10)}; the last value of a name counts. */
    public FaultSpec with(String name, Object value) {
        var more = new TreeMap<>(parameters);
        more.put(name, value.toString());
        return new FaultSpec(id, more);
    }
}
