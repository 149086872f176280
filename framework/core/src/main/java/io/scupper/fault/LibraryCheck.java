package io.scupper.fault;

import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import io.scupper.model.LoadedLibrary.Fit;
import io.scupper.model.ScupperException;
import io.scupper.spi.AgentLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the rows of a fault to the versions of the libraries that the subject has loaded. Of a library that is loaded one row
 * must fit, and of each type that it has one method: rows for its older versions may stand beside those for newer ones.
 */
record LibraryCheck(String faultId, List<ReleasePoint> rows) {

    LibraryCheck {
        rows = List.copyOf(rows);
    }

    /**
     * Returns the rows to be woven: those that fit, and those of libraries that are not loaded yet.
     *
     * @throws ScupperException if a library is loaded in a version that its rows do not fit
     */
    List<ReleasePoint> require(AgentLink agent) {
        if (rows.isEmpty()) {
            return rows;
        }
        var asked = new LinkedHashMap<Library, List<JoinPoint>>();
        rows.forEach(row ->
                asked.computeIfAbsent(row.library(), any -> new ArrayList<>()).add(row.joinPoint()));
        var fitting = new HashMap<Library, Set<JoinPoint>>();
        for (LoadedLibrary loaded : agent.libraries(asked)) {
            List<JoinPoint> points = asked.getOrDefault(loaded.library(), List.of());
            requireFit(loaded, points);
            fitting.computeIfAbsent(loaded.library(), any -> new LinkedHashSet<>())
                    .addAll(pointsThat(Fit.FITS, loaded, points));
        }
        return rows.stream()
                .filter(row -> !fitting.containsKey(row.library())
                        || fitting.getOrDefault(row.library(), Set.of()).contains(row.joinPoint()))
                .toList();
    }

    private void requireFit(LoadedLibrary loaded, List<JoinPoint> points) {
        Set<String> typesThatFit = pointsThat(Fit.FITS, loaded, points).stream()
                .map(JoinPoint::type)
                .collect(Collectors.toSet());
        List<JoinPoint> wrong = pointsThat(Fit.DIFFERS, loaded, points).stream()
                .filter(point -> !typesThatFit.contains(point.type()))
                .toList();
        if (typesThatFit.isEmpty()) {
            throw refused(loaded, points);
        } else if (!wrong.isEmpty()) {
            throw refused(loaded, wrong);
        }
    }

    private ScupperException refused(LoadedLibrary loaded, List<JoinPoint> points) {
        Library library = loaded.library();
        String java = library.isOfJdk() ? "Java " : "";
        return new ScupperException(
                ("Fault '%s' has no join point in %s %s (%s): %s was tried with %s%s. Give 'site', the method by which"
                                + " this version does it, such as site=com.acme.Pool#release; or 'library', if another is meant.")
                        .formatted(
                                faultId,
                                library.name(),
                                java + loaded.version(),
                                loaded.jar(),
                                points.stream().map(Sites::written).distinct().collect(Collectors.joining(", ")),
                                java,
                                String.join(" and ", library.versions())));
    }

    private static List<JoinPoint> pointsThat(Fit fit, LoadedLibrary loaded, List<JoinPoint> points) {
        var found = new ArrayList<JoinPoint>();
        for (int i = 0; i < points.size(); i++) {
            if (loaded.fits().get(i) == fit) {
                found.add(points.get(i));
            }
        }
        return found;
    }
}
