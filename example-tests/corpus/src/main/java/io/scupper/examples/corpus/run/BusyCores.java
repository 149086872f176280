package io.scupper.examples.corpus.run;

import java.util.ArrayList;
import java.util.List;

/** Keeps every core busy until it is closed, so that whoever measures has to share. */
public final class BusyCores implements AutoCloseable {

    private final List<Thread> loops = new ArrayList<>();
    private volatile boolean closed;

    private BusyCores() {}

    /** Starts a loop for each core. */
    public static BusyCores start() {
        var cores = new BusyCores();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            var loop = new Thread(cores::spin, "busy-" + i);
            loop.setDaemon(true);
            cores.loops.add(loop);
            loop.start();
        }
        return cores;
    }

    /** Does something while they are kept busy. */
    public <E extends Exception> void during(Work<E> work) throws E {
        work.run();
    }

    /** What is done meanwhile. */
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    private void spin() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
        loops.forEach(Thread::interrupt);
    }
}
