package io.scupper.agent.witness;

import io.scupper.boot.Call;
import io.scupper.boot.Gate;
import io.scupper.boot.Site;
import org.jspecify.annotations.Nullable;

/**
 * Where something goes, when the call is over, even one that throws. A call that a fault leaves out lets nothing go, though it is seen
 * like any other: the fault's own code, woven earlier, stands within.
 */
final class GoingSite extends Site {

    private final Sightings sightings;
    private final Point point;

    GoingSite(Sightings sightings, Point point, Gate gate) {
        super(gate, gate, point.thread);
        this.sightings = sightings;
        this.point = point;
    }

    @Override
    protected @Nullable Object begun(@Nullable Object receiver, @Nullable Object[] arguments) {
        Object subject = point.subject.of(receiver, arguments, null);
        return subject == null || !point.caller.isMeant() ? null : sightings.begin(subject);
    }

    @Override
    protected void ended(Object known, boolean hasThrown) {
        sightings.end((Sighted) known);
    }

    @Override
    protected void withheld(Call call) {
        Object subject = point.subject.of(call.receiver, call.arguments, null);
        if (subject != null) {
            sightings.stay(subject);
        }
    }
}
