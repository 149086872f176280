package io.scupper.agent.fault;

import io.scupper.control.Activation;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.util.ArrayList;
import java.util.List;

/** What a fault is to be, as the runner wrote it. */
final class FaultRequest {

    final String id;
    final String effect;
    final String argument;
    final int maxHeld;
    final boolean strongly;
    final Activation activation;
    final List<Line> joinPoints = new ArrayList<>();

    /**
     * Reads a request.
     *
     * @throws IllegalArgumentException if a line is missing or malformed
     */
    FaultRequest(List<Line> request) {
        id = request.get(0).text(0);
        Line effectLine = Line.of(Verbs.EFFECT);
        Activation chosen = Activation.ALWAYS;
        for (Line line : request.subList(1, request.size())) {
            switch (line.keyword()) {
                case Verbs.EFFECT:
                    effectLine = line;
                    break;
                case Verbs.ACTIVATION:
                    chosen = Activation.fromLine(line, 0);
                    break;
                case Verbs.JOIN_POINT:
                    joinPoints.add(line);
                    break;
                default:
                    throw new IllegalArgumentException("Line '" + line.keyword() + "' is not part of a fault.");
            }
        }
        effect = effectLine.text(0);
        argument = effectLine.text(1);
        maxHeld = Math.toIntExact(effectLine.number(2));
        strongly = Boolean.parseBoolean(effectLine.text(3));
        activation = chosen;
        if (maxHeld < 1) {
            throw new IllegalArgumentException("maxHeld is " + maxHeld + ", allowed is 1 or more.");
        }
        if (joinPoints.isEmpty()) {
            throw new IllegalArgumentException("Fault '" + id + "' has no join points.");
        }
    }
}
