package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.JoinPoint;
import io.scupper.model.Origin;
import io.scupper.model.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes witnesses for the agent, and reads what they have seen. */
final class WitnessLines {

    private static final int FIRST_FRAME = 4;

    private WitnessLines() {}

    static List<Line> request(List<Witness> witnesses) {
        var request = new ArrayList<Line>();
        request.add(Line.of(Verbs.WITNESS));
        for (Witness witness : witnesses) {
            witness.comes().forEach(point -> request.add(line(Verbs.COMES, witness, point)));
            witness.begins().forEach(point -> request.add(line(Verbs.BEGINS, witness, point)));
            witness.goes().forEach(point -> request.add(line(Verbs.GOES, witness, point)));
        }
        return request;
    }

    /** Reads an answer: the origins by the id of the witness, as the agent has sorted them. */
    static Map<String, List<Origin>> origins(List<Line> answer) {
        var origins = new LinkedHashMap<String, List<Origin>>();
        for (Line line : answer) {
            if (line.keyword().equals(Verbs.WITNESS)) {
                origins.put(line.text(0), new ArrayList<>());
            } else if (line.keyword().equals(Verbs.ORIGIN)) {
                origins.computeIfAbsent(line.text(0), any -> new ArrayList<>()).add(origin(line));
            }
        }
        return origins;
    }

    /** What it did there is for the caller to say, who made the witness: here stands its id. */
    private static Origin origin(Line line) {
        return new Origin(
                line.text(0),
                line.number(1),
                line.number(3),
                line.number(2),
                line.texts().subList(FIRST_FRAME, line.size()));
    }

    private static Line line(String keyword, Witness witness, Witness.Point point) {
        JoinPoint at = point.joinPoint();
        return Line.of(
                keyword,
                witness.id(),
                point.subject().kind(),
                point.subject().index(),
                point.ofType(),
                at.label(),
                at.type(),
                at.subtypes(),
                at.method(),
                at.parameters(),
                at.caller(),
                at.thread());
    }
}
