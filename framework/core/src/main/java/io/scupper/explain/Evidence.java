package io.scupper.explain;

import io.scupper.model.HeapGrowth;
import io.scupper.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a second, short run under the same faults has shown of what grew.
 *
 * @param heap who holds what grew there, by class; a class that is missing was not looked at, or did not grow again
 * @param origins the code that brought forth what stayed, by what was looked out for
 * @param residue what was there at its end
 * @param failure why nobody has looked who holds it, in a sentence; empty if nothing went wrong
 * @param unwitnessed why something else was not looked at, in a sentence; empty if nothing went wrong
 */
public record Evidence(
        Map<String, HeapGrowth> heap,
        Map<String, List<Origin>> origins,
        Residue residue,
        Optional<String> failure,
        Optional<String> unwitnessed) {

    /** Nobody has looked. */
    public static final Evidence NONE = new Evidence(Map.of(), Map.of(), Optional.empty());

    public Evidence {
        heap = Map.copyOf(heap);
        origins = Map.copyOf(origins);
    }

    /** Makes one that knows nothing of what was there at the end, and of witnesses that nothing went wrong with. */
    public Evidence(Map<String, HeapGrowth> heap, Map<String, List<Origin>> origins, Optional<String> failure) {
        this(heap, origins, Residue.NONE, failure, Optional.empty());
    }

    /** Returns the evidence that there is none, and why. */
    public static Evidence missing(String why) {
        return new Evidence(Map.of(), Map.of(), Optional.of(why));
    }
}
