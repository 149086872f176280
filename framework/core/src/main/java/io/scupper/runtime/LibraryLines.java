package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks the agent for libraries, and reads which of them are loaded. */
final class LibraryLines {

    private static final int FIRST_FIT = 3;

    private LibraryLines() {}

    static List<Line> request(Map<Library, List<JoinPoint>> asked) {
        var request = new ArrayList<Line>();
        request.add(Line.of(Verbs.LIBRARIES));
        asked.forEach((library, points) -> {
            request.add(Line.of(Verbs.LIBRARY, library.anchor(), library.coordinates()));
            points.forEach(point -> request.add(joinPoint(point)));
        });
        return request;
    }

    static Line joinPoint(JoinPoint point) {
        return Line.of(
                Verbs.JOIN_POINT,
                point.label(),
                point.type(),
                point.subtypes(),
                point.method(),
                point.parameters(),
                point.caller(),
                point.thread());
    }

    /** Reads an answer; {@code asked} are the libraries of the request, in its order. */
    static List<LoadedLibrary> read(List<Line> answer, List<Library> asked) {
        return answer.stream()
                .filter(line -> line.keyword().equals(Verbs.LIBRARY))
                .map(line -> new LoadedLibrary(
                        asked.get((int) line.number(0)),
                        line.text(1),
                        line.text(2),
                        line.texts().subList(FIRST_FIT, line.size()).stream()
                                .map(LoadedLibrary.Fit::valueOf)
                                .toList()))
                .toList();
    }
}
