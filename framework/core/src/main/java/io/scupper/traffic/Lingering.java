package io.scupper.traffic;

import java.io.IOException;

/**
 * A request that takes its time: what is due of its body is sent, or of its response read, whenever it is told to step. No
 * call blocks; each is made by one thread at a time.
 */
public final class Lingering implements AutoCloseable {

    private final Exchange exchange;
    private final ByteSource body;
    private final Dawdle dawdle;
    private final long begun = System.nanoTime();
    private boolean ended;

    Lingering(Exchange exchange, ByteSource body, Dawdle dawdle) {
        this.exchange = exchange;
        this.body = body;
        this.dawdle = dawdle;
    }

    /**
     * Moves what is due.
     *
     * @param moves false to move nothing any more and only see whether the server has ended it
     * @return whether the request is still under way
     */
    public boolean step(boolean moves) {
        long allowed = moves ? dawdle.allowed(System.nanoTime() - begun) : 0;
        try {
            ended |= dawdle.direction() == Dawdle.Direction.SENDING
                    ? !exchange.trickle(body, allowed)
                    : !exchange.sip(allowed, moves);
        } catch (IOException e) {
            ended = true;
        }
        return !ended;
    }

    /** Returns what became of it. */
    public Answer answer() {
        return exchange.answer(exchange.isSentWhole());
    }

    /** Goes away. */
    @Override
    public void close() throws IOException {
        body.close();
        exchange.close();
    }
}
