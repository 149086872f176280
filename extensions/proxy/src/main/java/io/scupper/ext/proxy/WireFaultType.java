package io.scupper.ext.proxy;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Disturbance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of disturbance: its name, what it takes, and the {@link Disturber} that carries it out. Each is one class, which
 * is a fault by the same stroke: {@code @Inject("wire-latency")} in a test is {@code latency} on the wire.
 */
public abstract class WireFaultType implements FaultType {

    private static final String PREFIX = "wire-";

    /** Which way, as a test writes it: seen from the subject, what comes from a server flows down to it. */
    enum Way {
        DOWNSTREAM(Set.of(Direction.TO_SUBJECT)),
        UPSTREAM(Set.of(Direction.TO_SERVER)),
        BOTH(Set.of(Direction.TO_SUBJECT, Direction.TO_SERVER));

        private final Set<Direction> directions;

        Way(Set<Direction> directions) {
            this.directions = directions;
        }
    }

    WireFaultType() {}

    /** Returns what it is called on the wire. */
    abstract String kind();

    /** Returns what it does, in a sentence for the table of the documentation. */
    abstract String doing();

    /** Returns the amounts that it takes. */
    abstract List<Amount> amounts();

    /** Returns the ways a test can choose from, the default first; none if it is about connections as a whole. */
    List<Way> ways() {
        return List.of(Way.values());
    }

    /** Tells whether it is done to each connection, of which an activation may choose some. */
    boolean choosesConnections() {
        return true;
    }

    /** Returns what carries it out, once. */
    abstract Disturber disturber(Amounts amounts, Set<Direction> directions);

    @Override
    public final String id() {
        return PREFIX + kind();
    }

    @Override
    public final List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        parameters.add(
                new Parameter("to", "the name of a companion; needed if several are reached through a proxy", ""));
        if (!ways().isEmpty()) {
            parameters.add(
                    new Parameter("direction", allowedWays(), ways().get(0).name()));
        }
        amounts().forEach(amount -> parameters.add(amount.parameter()));
        return List.copyOf(parameters);
    }

    @Override
    public final Fault create(Parameters parameters) {
        Set<Direction> directions = directions(parameters);
        var amounts = new LinkedHashMap<String, Long>();
        amounts().forEach(amount -> amounts.put(amount.name(), amount.read(parameters, id())));
        // Made to be checked: what amounts mean together is known there.
        disturber(new Amounts(this, amounts), directions);
        requireSomethingToChoose(parameters);
        return new WireFault(
                id(),
                parameters.asWritten(),
                parameters.recovery(),
                parameters.textOrEmpty("to"),
                new Disturbance(kind(), directions, amounts, parameters.activation()));
    }

    /** Makes what carries out a disturbance that came as data; holds each amount to its range. */
    final Disturber disturber(Disturbance disturbance) {
        var amounts = new LinkedHashMap<String, Long>();
        for (Amount amount : amounts()) {
            amounts.put(amount.name(), Amounts.of(disturbance, amount, id()));
        }
        for (String name : disturbance.amounts().keySet()) {
            if (!amounts.containsKey(name)) {
                throw new ScupperException("Disturbance '%s' knows no amount '%s'. It knows: %s."
                        .formatted(kind(), name, String.join(", ", amounts.keySet())));
            }
        }
        return disturber(new Amounts(this, amounts), disturbance.directions());
    }

    private Set<Direction> directions(Parameters parameters) {
        if (ways().isEmpty()) {
            return Way.BOTH.directions;
        }
        Way way = parameters.choice("direction", Way.class);
        if (!ways().contains(way)) {
            throw new ScupperException("Parameter 'direction' of fault '%s' is '%s'. Allowed is %s."
                    .formatted(id(), parameters.text("direction"), allowedWays()));
        }
        return way.directions;
    }

    private String allowedWays() {
        List<String> names = ways().stream().map(Way::name).toList();
        int last = names.size() - 1;
        return names.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + names.get(last);
    }

    private void requireSomethingToChoose(Parameters parameters) {
        Map<String, String> written = parameters.asWritten();
        boolean always = Parameters.COMMON.stream()
                .filter(common ->
                        Set.of("probability", "every", "after", "times").contains(common.name()))
                .allMatch(common -> common.fallback().equals(written.get(common.name())));
        if (!choosesConnections() && !always) {
            throw new ScupperException(
                    "Fault '%s' is done to the port and not to connections, of which some could be".formatted(id())
                            + " chosen: leave 'probability', 'every', 'after' and 'times' out.");
        }
    }
}
