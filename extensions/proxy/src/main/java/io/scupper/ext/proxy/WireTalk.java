package io.scupper.ext.proxy;

import io.scupper.control.Activation;
import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import io.scupper.spi.Wire.Effects;
import io.scupper.spi.Wire.Traffic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words between a proxy in a container and its {@link RemoteProxy}: a line a request, a line an answer. */
final class WireTalk {

    /** The one request with a disturbance; answered with the number by which the others name it. */
    static final String DISTURB = "disturb";

    static final String LIFT = "lift";
    static final String RELEASE = "release";
    static final String EFFECTS = "effects";
    static final String CLEAR = "clear";
    static final String TRAFFIC = "traffic";

    private static final int ACTIVATION = 2;
    private static final int AMOUNTS = ACTIVATION + Activation.FIELDS;

    private WireTalk() {}

    /** Writes kind, directions, the fields of an activation, then each amount's name and value. */
    static Line disturb(Disturbance disturbance) {
        var fields = new ArrayList<Object>();
        fields.add(disturbance.kind());
        fields.add(disturbance.directions().stream().map(Direction::name).collect(Collectors.joining(",")));
        fields.addAll(disturbance.activation().toLine("").texts());
        new TreeMap<>(disturbance.amounts()).forEach((name, value) -> fields.addAll(List.of(name, value)));
        return Line.of(DISTURB, fields.toArray());
    }

    static Disturbance disturbance(Line line) {
        var directions = EnumSet.noneOf(Direction.class);
        for (String name : line.text(1).split(",")) {
            directions.add(Direction.valueOf(name));
        }
        var amounts = new TreeMap<String, Long>();
        for (int i = AMOUNTS; i < line.size(); i += 2) {
            amounts.put(line.text(i), line.number(i + 1));
        }
        return new Disturbance(line.text(0), directions, amounts, Activation.fromLine(line, ACTIVATION));
    }

    static Line effects(Effects effects) {
        return Line.of(
                Frames.OK,
                effects.connections(),
                effects.taken(),
                effects.fired(),
                effects.held(),
                effects.discarded());
    }

    static Effects effects(Line line) {
        return new Effects(line.number(0), line.number(1), line.number(2), line.number(3), line.number(4));
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
}
