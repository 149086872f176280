package io.scupper.explain;

import io.scupper.model.HeapPath;
import io.scupper.model.Origin;
import io.scupper.trace.Frames;
import java.util.List;
import java.util.Optional;

/** Decides which member of the application a suspect names: the field that holds, or else the method that brought it forth. */
final class Culprits {

    private Culprits() {}

    static Optional<String> of(List<HeapPath> paths, List<Origin> origins) {
        List<String> held = paths.stream()
                .flatMap(path -> path.culprit().stream().filter(culprit -> !isWhatGrew(path, culprit)))
                .toList();
        return held.stream()
                .findFirst()
                .or(() -> origins.stream()
                        .flatMap(origin -> Frames.culprit(origin.frames()).stream())
                        .findFirst())
                .or(() ->
                        paths.stream().flatMap(path -> path.culprit().stream()).findFirst());
    }

    /** Where nothing of the application holds it, a path names the class itself, which is no news. */
    private static boolean isWhatGrew(HeapPath path, String culprit) {
        return culprit.equals(path.steps().get(path.steps().size() - 1).className());
    }
}
