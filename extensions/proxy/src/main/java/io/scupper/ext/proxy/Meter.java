package io.scupper.ext.proxy;

import io.scupper.spi.Wire.Direction;
import io.scupper.spi.Wire.Traffic;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what passes a proxy; exact, for many threads. */
final class Meter {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong toSubject = new AtomicLong();
    private final AtomicLong toServer = new AtomicLong();
    private final AtomicLong discarded = new AtomicLong();
    private final AtomicLong disturbed = new AtomicLong();

    void opened() {
        accepted.incrementAndGet();
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    /** Counts bytes as they are handed on, so that whoever has received them also finds them counted. */
    void forwarded(Direction direction, int bytes) {
        (direction == Direction.TO_SUBJECT ? toSubject : toServer).addAndGet(bytes);
    }

    void discarded(int bytes) {
        discarded.addAndGet(bytes);
    }

    void disturbed() {
        disturbed.incrementAndGet();
    }

    Traffic traffic() {
        return new Traffic(
                accepted.get(), open.get(), toSubject.get(), toServer.get(), discarded.get(), disturbed.get());
    }
}
