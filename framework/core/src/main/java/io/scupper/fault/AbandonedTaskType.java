package io.scupper.fault;

import io.scupper.model.Effect;
import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Abort;
import java.util.List;
import java.util.stream.Stream;

/** Makes abandoned tasks from parameters; what they mean is said at {@link AbandonedTasks}. */
public final class AbandonedTaskType implements HasReleasePoints {

    /** The fault's id. */
    public static final String ID = "abandoned-task";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<ReleasePoint> releasePoints() {
        return Stream.concat(TaskPoints.ENDINGS.stream(), TaskPoints.CANCELLATIONS.stream())
                .toList();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("how", "CLIENT, PARK or SKIP_CANCEL", ""),
                Destination.TO,
                Destination.HEADERS,
                new Parameter("stage", "CONNECT, HEADERS, MID_BODY, BEFORE_RESPONSE or MID_RESPONSE", "MID_RESPONSE"),
                new Parameter("close", "RESET or FIN", "RESET"),
                new Parameter("afterBytes", "a whole number of 1 or more, at MID_BODY below 'size'", "1"),
                new Parameter("patience", "a duration from 1ms to 10s, such as '50ms'", "50ms"),
                new Parameter("size", "a size such as '64KiB'", "64KiB"),
                Sites.SITE,
                Sites.THREAD,
                Sites.CALLER,
                new Parameter("interruptible", "true or false", "true"));
    }

    @Override
    public Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        var how = parameters.choice("how", AbandonedTasks.How.class);
        Effect park = Effect.park(parameters.flag("interruptible"));
        // What a way has no use for is held to what is allowed all the same.
        Departure departure = Departure.of(allowed);
        return switch (how) {
            case CLIENT -> client(allowed, departure);
            case PARK -> woven(allowed, TaskPoints.ENDINGS, park);
            case SKIP_CANCEL -> woven(allowed, TaskPoints.CANCELLATIONS, Effect.skip());
        };
    }

    private static Fault client(Allowed allowed, Departure departure) {
        Parameters parameters = allowed.parameters();
        return new AbandoningFault(
                ID,
                parameters.asWritten(),
                parameters.recovery(),
                Destination.of(allowed),
                departure.abort(),
                departure.size(),
                parameters.activation());
    }

    /** How a client goes away, and how much it would have sent. */
    private record Departure(Abort abort, long size) {

        static Departure of(Allowed allowed) {
            Parameters parameters = allowed.parameters();
            var stage = parameters.choice("stage", Abort.Stage.class);
            long afterBytes = parameters.whole("afterBytes", 1);
            long size = parameters.bytes("size");
            allowed.require("afterBytes", stage != Abort.Stage.MID_BODY || afterBytes < size);
            var patience = parameters.duration("patience");
            allowed.require("patience", patience.toMillis() >= 1 && patience.toSeconds() <= 10);
            var ending = parameters.choice("close", Abort.Ending.class);
            return new Departure(new Abort(stage, ending, afterBytes, patience), size);
        }
    }

    private static Fault woven(Allowed allowed, List<ReleasePoint> points, Effect effect) {
        boolean isBoundless = points.stream()
                .map(row -> row.at(Sites.filtered(allowed, row.joinPoint())))
                .anyMatch(ReleasePoint::isBoundless);
        if (isBoundless && Sites.written(allowed).isEmpty()) {
            throw new ScupperException(
                    ("Fault '%s' with how=%s would strike every task of the JVM, those of its libraries too. Give"
                                    + " 'thread', the beginning of the names of the threads that are meant, such as"
                                    + " 'orders-worker', or 'site', such as 'com.acme.ReportTask#call'.")
                            .formatted(ID, allowed.parameters().text("how")));
        }
        return LibraryFault.of(allowed, points, effect);
    }
}
