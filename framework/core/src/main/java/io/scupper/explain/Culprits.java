package io.scupper.explain;

import io.scupper.model.HeapPath;
import io.scupper.model.Origin;
import io.scupper.trace.Frames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides which member of the application a suspect names: the field that holds, or else the method that brought it forth. */
final class Culprits {

    /** What the variables that a lambda expression uses are the fields of. */
    private static final String CAPTURED = "$$Lambda.";

    private Culprits() {}

    static Optional<String> of(List<HeapPath> paths, List<Origin> origins) {
        List<String> leading = paths.stream()
                .flatMap(path -> path.culprit().stream().filter(culprit -> !isWhatGrew(path, culprit)))
                .toList();
        List<String> making = origins.stream()
                .flatMap(origin -> Frames.culprit(origin.frames()).stream())
                .toList();
        return Stream.of(
                        leading.stream().filter(culprit -> !culprit.contains(CAPTURED)),
                        making.stream().filter(Frames::isApplication),
                        // Its name tells nobody more than the class.
                        leading.stream(),
                        making.stream(),
                        paths.stream().flatMap(path -> path.culprit().stream()))
                .flatMap(Function.identity())
                .findFirst();
    }

    /** Where nothing of the application holds it, a path names the class itself, which is no news. */
    private static boolean isWhatGrew(HeapPath path, String culprit) {
        return culprit.equals(path.steps().get(path.steps().size() - 1).className());
    }
}
