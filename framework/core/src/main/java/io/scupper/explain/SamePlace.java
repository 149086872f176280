package io.scupper.explain;

import io.scupper.model.Origin;
import io.scupper.model.Suspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one suspect of classes that grow in the same place: an order, its lines and their prices are one leak. */
final class SamePlace {

    private SamePlace() {}

    /** Returns the suspects, in order, those with a path and the same fingerprint as one before them added to it. */
    static List<Suspect> merged(List<Suspect> suspects) {
        Map<String, Suspect> merged = new LinkedHashMap<>();
        for (Suspect suspect : suspects) {
            String place = suspect.paths().isEmpty() ? suspect.finding() : suspect.fingerprint();
            merged.merge(place, suspect, SamePlace::with);
        }
        return List.copyOf(merged.values());
    }

    private static Suspect with(Suspect first, Suspect other) {
        var evidence = new ArrayList<>(first.evidence());
        evidence.add("held in the same place: %s, %s"
                .formatted(other.finding().substring(other.finding().indexOf(':') + 1), other.what()));
        // The arrays of a list grow as well as its elements, and nobody inserts them.
        List<Origin> origins = first.origins().isEmpty() ? other.origins() : first.origins();
        return new Suspect(
                first.finding(),
                first.what(),
                evidence,
                first.paths(),
                origins,
                Culprits.of(first.paths(), origins),
                first.fingerprint(),
                first.advice());
    }
}
