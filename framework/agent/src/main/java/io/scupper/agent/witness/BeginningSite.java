package io.scupper.agent.witness;

import io.scupper.boot.Gate;
import io.scupper.boot.Site;
import org.jspecify.annotations.Nullable;

/** Where a thread takes up what came from another one: what comes on it from now on is that one's doing as well. */
final class BeginningSite extends Site {

    private final Sightings sightings;
    private final Point point;
    private final Running running;

    BeginningSite(Sightings sightings, Point point, Running running, Gate gate) {
        super(gate);
        this.sightings = sightings;
        this.point = point;
        this.running = running;
    }

    @Override
    protected @Nullable Object begun(@Nullable Object receiver, @Nullable Object[] arguments) {
        Object task = point.subject.of(receiver, arguments, null);
        Group submitted = task == null ? null : sightings.groupOf(task);
        boolean isKnown = submitted != null && submitted.frames.length > 0;
        running.takeUp(Thread.currentThread(), isKnown ? submitted : null);
        return null;
    }
}
