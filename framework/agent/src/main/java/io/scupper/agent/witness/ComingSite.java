package io.scupper.agent.witness;

import io.scupper.boot.Gate;
import io.scupper.boot.Site;
import org.jspecify.annotations.Nullable;

/** Where something comes. What a call was to bring that throws is taken back. */
final class ComingSite extends Site {

    private final Sightings sightings;
    private final Point point;

    ComingSite(Sightings sightings, Point point, Gate gate) {
        super(gate, gate, point.thread);
        this.sightings = sightings;
        this.point = point;
    }

    @Override
    protected @Nullable Object begun(@Nullable Object receiver, @Nullable Object[] arguments) {
        return see(point.subject.of(receiver, arguments, null));
    }

    @Override
    protected void ended(Object known, boolean hasThrown) {
        if (hasThrown) {
            sightings.takeBack((Sighted) known);
        }
    }

    @Override
    protected void completed(@Nullable Object receiver, @Nullable Object[] arguments, @Nullable Object returned) {
        see(point.subject.of(receiver, arguments, returned));
    }

    private @Nullable Sighted see(@Nullable Object subject) {
        return subject == null || !point.caller.isMeant()
                ? null
                : sightings.come(subject, point.target.isConstructor());
    }
}
