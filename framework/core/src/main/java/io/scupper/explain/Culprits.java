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
        return paths.stream()
                .flatMap(path -> path.culprit().stream())
                .findFirst()
                .or(() -> origins.stream()
                        .flatMap(origin -> Frames.culprit(origin.frames()).stream())
                        .findFirst());
    }
}
