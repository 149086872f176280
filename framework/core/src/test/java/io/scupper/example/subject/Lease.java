package io.scupper.example.subject;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that must be closed; counts those that are not. */
public class Lease implements AutoCloseable {

    static final AtomicInteger OPEN = new AtomicInteger();

    Lease() {
        OPEN.incrementAndGet();
    }

    /** Closes this lease; the arguments are there to be given again. */
    String close(int count, Widget widget) {
        OPEN.decrementAndGet();
        return "closed " + count + " " + (widget == null ? "without" : "with");
    }

    @Override
    public void close() {
        OPEN.decrementAndGet();
    }

    static int release(long amount) {
        OPEN.addAndGet((int) -amount);
        return 7;
    }

    Widget fetch(Widget given) throws IOException {
        return new Widget(given.number + 1);
    }

    void rest() {}
}
