package io.scupper.ext.proxy;

import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.model.ScupperException;
import io.scupper.spi.Wire;
import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import io.scupper.spi.Wire.Kind;
import io.scupper.spi.Wire.Traffic;

/** The words between a proxy in a container and its {@link RemoteProxy}: a line a request, a line an answer. */
final class WireTalk {

    static final String APPLY = "apply";
    static final String CLEAR = "clear";
    static final String TRAFFIC = "traffic";

    private WireTalk() {}

    static Line apply(Direction direction, Disturbance disturbance) {
        return Line.of(APPLY, direction, disturbance.kind().name(), disturbance.bytesPerSecond());
    }

    static Line traffic(Traffic traffic) {
        return Line.of(
                Frames.OK,
                traffic.connections(),
                traffic.open(),
                traffic.toSubject(),
                traffic.toServer(),
                traffic.discarded(),
                traffic.disturbed());
    }

    static Traffic traffic(Line line) {
        return new Traffic(
                line.number(0), line.number(1), line.number(2), line.number(3), line.number(4), line.number(5));
    }

    /** Carries out a request; one that is not understood or refused is answered with the reason. */
    static Line answer(Line request, Wire wire) {
        try {
            switch (request.keyword()) {
                case APPLY ->
                    wire.apply(
                            Direction.valueOf(request.text(0)),
                            new Disturbance(Kind.valueOf(request.text(1)), request.number(2)));
                case CLEAR -> wire.clear();
                case TRAFFIC -> {
                    return traffic(wire.traffic());
                }
                default -> {
                    return Line.of(Frames.ERROR, "There is no request '" + request.keyword() + "'.");
                }
            }
            return Line.of(Frames.OK);
        } catch (IllegalArgumentException | ScupperException e) {
            return Line.of(Frames.ERROR, String.valueOf(e.getMessage()));
        }
    }
}
