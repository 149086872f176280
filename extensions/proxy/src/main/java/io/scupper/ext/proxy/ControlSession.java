package io.scupper.ext.proxy;

import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.model.ScupperException;
import io.scupper.spi.Wire;
import io.scupper.spi.Wire.Disturbed;
import java.util.ArrayList;
import java.util.List;

/** What one control connection asks of a wire, and which disturbances it has begun. Used by one thread. */
final class ControlSession implements AutoCloseable {

    private final Wire wire;

    /** By their numbers, from 0. */
    private final List<Disturbed> begun = new ArrayList<>();

    ControlSession(Wire wire) {
        this.wire = wire;
    }

    /** Carries out a request; one that is not understood or refused is answered with the reason. */
    Line answer(Line request) {
        try {
            return answered(request);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ScupperException e) {
            return Line.of(Frames.ERROR, String.valueOf(e.getMessage()));
        }
    }

    /** Releases what was begun here, so that a test that died leaves no disturbance behind. */
    @Override
    public void close() {
        begun.forEach(Disturbed::release);
    }

    private Line answered(Line request) {
        switch (request.keyword()) {
            case WireTalk.DISTURB -> {
                begun.add(wire.disturb(WireTalk.disturbance(request)));
                return Line.of(Frames.OK, begun.size() - 1);
            }
            case WireTalk.LIFT -> named(request).lift();
            case WireTalk.RELEASE -> named(request).release();
            case WireTalk.CLEAR -> wire.clear();
            case WireTalk.EFFECTS -> {
                return WireTalk.effects(named(request).effects());
            }
            case WireTalk.TRAFFIC -> {
                return WireTalk.traffic(wire.traffic());
            }
            default -> {
                return Line.of(Frames.ERROR, "There is no request '" + request.keyword() + "'.");
            }
        }
        return Line.of(Frames.OK);
    }

    private Disturbed named(Line request) {
        return begun.get((int) request.number(0));
    }
}
