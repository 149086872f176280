package io.scupper.agent.plant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A planted leak: objects that are kept, one thread that is parked, one connection that is held. Used by one thread. */
public final class Plants {

    /** The name of the planted thread; not among those that are left out as Scupper's own. */
    public static final String THREAD = "planted-by-scupper";

    private static final long THREAD_ENDS_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private @Nullable Planted @Nullable [] objects;
    private @Nullable ParkedThread thread;
    private @Nullable ServerSocket listener;
    private @Nullable Socket socket;

    /**
     * Plants them, in the place of those planted before.
     *
     * @return the port that the held connection leads to
     */
    public int plant(int count) throws IOException {
        uproot();
        var kept = new Planted[count];
        for (int i = 0; i < count; i++) {
            kept[i] = new Planted();
        }
        objects = kept;
        var parked = new ParkedThread();
        thread = parked;
        parked.start();
        var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener = open;
        // The kernel completes the connection; nobody needs to accept it.
        socket = new Socket(open.getInetAddress(), open.getLocalPort());
        return open.getLocalPort();
    }

    /** Takes all of it away; does nothing where nothing is planted. */
    public void uproot() throws IOException {
        objects = null;
        ParkedThread parked = thread;
        thread = null;
        if (parked != null) {
            parked.end();
        }
        Socket held = socket;
        socket = null;
        if (held != null) {
            held.close();
        }
        ServerSocket open = listener;
        listener = null;
        if (open != null) {
            open.close();
        }
    }

    /** Waits for nothing until it is ended. */
    private static final class ParkedThread extends Thread {

        private volatile boolean ended;

        ParkedThread() {
            super(THREAD);
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!ended) {
                LockSupport.park(this);
            }
        }

        void end() {
            ended = true;
            LockSupport.unpark(this);
            try {
                join(THREAD_ENDS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
