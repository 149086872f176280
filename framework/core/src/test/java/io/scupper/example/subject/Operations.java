package io.scupper.example.subject;

import com.acme.Catalogue;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the subject can be told to do. An operation that returns null answers by itself. */
final class Operations {

    private final List<Object> kept = new ArrayList<>();
    private final Map<String, Thread> threads = new HashMap<>();
    private final Map<String, String> results = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "timer");
        thread.setDaemon(true);
        return thread;
    });
    private final Leaks leaks = new Leaks();
    private final Linking linking = new Linking();
    private Pool pool;

    Object carryOut(String operation, String argument) throws Exception {
        switch (operation) {
            case "keep":
                return keep(Integer.parseInt(argument));
            case "load":
                return linking.load(Integer.parseInt(argument));
            case "link":
                return linking.link();
            case "keepSoftly":
                return keepSoftly(Integer.parseInt(argument));
            case "drop":
                kept.clear();
                return "";
            case "close":
                return close(Integer.parseInt(argument), true);
            case "closeAndLose":
                return close(Integer.parseInt(argument), false);
            case "closeSub":
                return closeSub();
            case "closeWith":
                return closeWith(Integer.parseInt(argument));
            case "release":
                Lease.OPEN.addAndGet(5);
                return Lease.release(5);
            case "open":
                return Lease.OPEN.get();
            case "fetch":
                return new Lease().fetch(new Widget(Long.parseLong(argument))).number;
            case "start":
                return start(
                        argument,
                        () -> results.put(
                                argument, "done " + Thread.currentThread().isInterrupted()));
            case "rest":
                return start(argument, new Lease()::rest);
            case "join":
                threads.get(argument).join(10_000);
                return results.getOrDefault(argument, "")
                        + threads.get(argument).getState();
            case "interrupt":
                threads.get(argument).interrupt();
                return "";
            default:
                return carryOutOnMachine(operation, argument);
        }
    }

    private Object carryOutOnMachine(String operation, String argument) throws Exception {
        switch (operation) {
            case "listen":
                return listen();
            case "files":
                return files(Integer.parseInt(argument));
            case "fill":
                return fill();
            case "pool":
                pool = new Pool(argument);
                pool.lease();
                return pool;
            case "losePool":
                pool = null;
                return "";
            case "beside":
                return keepBesideTheHeap(argument);
            case "catalogue":
                return Catalogue.add(Integer.parseInt(argument));
            case "later":
                return String.valueOf(Class.forName("io.scupper.example.subject." + argument)
                        .getDeclaredConstructor()
                        .newInstance()
                        .toString());
            default:
                return leaks.carryOut(operation, argument.isEmpty() ? 0 : Integer.parseInt(argument));
        }
    }

    /** Keeps one thing that only a gauge of the JVM shows, and on JDK 21 or later a virtual thread. */
    private Object keepBesideTheHeap(String what) throws Exception {
        switch (what) {
            case "direct":
                return keepOne(ByteBuffer.allocateDirect(1 << 20));
            case "file":
                new File("never made " + System.nanoTime()).deleteOnExit();
                return "";
            case "class":
                var here = Widget.class.getProtectionDomain().getCodeSource().getLocation();
                for (int i = 0; i < 50; i++) {
                    keepOne(new URLClassLoader(new URL[] {here}, null).loadClass(Widget.class.getName()));
                }
                return "";
            case "task":
                return keepOne(timer.schedule(() -> {}, 1, TimeUnit.HOURS));
            case "local":
                ThreadLocal<Widget> local = ThreadLocal.withInitial(() -> new Widget(1));
                local.get();
                return keepOne(local);
            case "virtual":
                Runnable waiting = () -> LockSupport.park(this);
                return Thread.class
                        .getMethod("startVirtualThread", Runnable.class)
                        .invoke(null, waiting);
            default:
                throw new IllegalArgumentException(what);
        }
    }

    private Object keepOne(Object object) {
        kept.add(object);
        return "";
    }

    private Object keepSoftly(int widgets) {
        for (int i = 0; i < widgets; i++) {
            kept.add(new OwnSoftReference(new Widget(i)));
        }
        return "";
    }

    private static final class OwnSoftReference extends SoftReference<Widget> {

        OwnSoftReference(Widget widget) {
            super(widget);
        }
    }

    private Object keep(int count) {
        for (int i = 0; i < count; i++) {
            kept.add(new Widget(i));
        }
        return count;
    }

    private Object close(int count, boolean keeps) {
        for (int i = 0; i < count; i++) {
            var lease = new Lease();
            if (keeps) {
                kept.add(lease);
            }
            lease.close();
        }
        return Lease.OPEN.get();
    }

    private Object closeSub() {
        var lease = new SubLease();
        kept.add(lease);
        lease.close();
        return Lease.OPEN.get();
    }

    private Object closeWith(int count) {
        var lease = new Lease();
        var widget = new Widget(count);
        kept.add(lease);
        kept.add(widget);
        return String.valueOf(lease.close(count, widget));
    }

    private Object start(String name, Runnable task) {
        var future = new FutureTask<>(task, null);
        // Nothing else keeps a task whose thread has ended, and a test may still want to read it.
        kept.add(future);
        var thread = new Thread(future, name);
        thread.setDaemon(true);
        threads.put(name, thread);
        thread.start();
        return "";
    }

    private Object listen() throws IOException {
        var listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var client = new Socket(listener.getInetAddress(), listener.getLocalPort());
        kept.add(listener);
        kept.add(client);
        kept.add(listener.accept());
        return listener.getLocalPort();
    }

    private Object files(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            InputStream file = new FileInputStream("/proc/self/status");
            kept.add(file);
        }
        return count;
    }

    /** Fills the heap until not even an empty array fits, says so, and keeps it so until no lease is open. */
    private Object fill() {
        byte[] answer = "ok full\n".getBytes(StandardCharsets.UTF_8);
        var out = new FileOutputStream(FileDescriptor.out);
        var filler = new Thread(() -> fillWhileLeased(answer, out), "filler");
        filler.setDaemon(true);
        threads.put("filler", filler);
        filler.start();
        return null;
    }

    private static void fillWhileLeased(byte[] answer, FileOutputStream out) {
        Object[] chain = null;
        int length = 1 << 18;
        while (length > 0) {
            try {
                var link = new Object[length];
                link[0] = chain;
                chain = link;
            } catch (OutOfMemoryError e) {
                length /= 2;
            }
        }
        try {
            out.write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (Lease.OPEN.get() > 0) {
            Thread.onSpinWait();
        }
        Reference.reachabilityFence(chain);
    }
}
