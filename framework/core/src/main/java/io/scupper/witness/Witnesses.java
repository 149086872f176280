package io.scupper.witness;

import io.scupper.model.JoinPoint;
import io.scupper.model.Witness;
import io.scupper.model.Witness.Point;
import io.scupper.model.Witness.Subject;
import java.util.List;

/**
 * Witnesses of what services leak; all rows tried on Java 17 and 25. What no row says to go is gone when it is collected, and so is what
 * a pool of tasks drops: nothing but the service's own code holds it then.
 */
public final class Witnesses {

    /** Platform threads, from their start to their end. */
    public static final Witness THREADS = new Witness(
            "threads",
            List.of(receiver("java.lang.Thread", "start", -1)),
            // Called by the JVM when a thread ends, whatever ended it.
            List.of(receiver("java.lang.Thread", "exit", 0)));

    /** Virtual threads (Java 21 and later). One that has ended, or that nothing can wake any more, is gone when it is collected. */
    public static final Witness VIRTUAL_THREADS =
            new Witness("virtual-threads", List.of(receiver("java.lang.VirtualThread", "start", -1)), List.of());

    /**
     * Tasks of thread pools that wait or run. Those of a fork-join pool are no more when they are collected, and nobody sees them begin.
     * One that a library has carry out others, one after another, goes by whoever submitted the first of them.
     */
    public static final Witness TASKS = new Witness(
            "tasks",
            List.of(
                    argument("java.util.concurrent.ThreadPoolExecutor", "execute", 1),
                    argument("java.util.concurrent.ForkJoinPool", "execute", 1)),
            List.of(new Point(
                    at("java.util.concurrent.ThreadPoolExecutor", "beforeExecute", 2)
                            .orSubtypes(),
                    Subject.argument(1),
                    "")),
            List.of(
                    new Point(
                            at("java.util.concurrent.ThreadPoolExecutor", "afterExecute", 2)
                                    .orSubtypes(),
                            Subject.argument(0),
                            ""),
                    argument("java.util.concurrent.ThreadPoolExecutor", "remove", 1)));

    /**
     * Tasks that wait for their time. One that is cancelled and not removed waits on, which is how most of them leak. Not those that
     * {@code afterExecute} has seen: a periodic task has been queued again by then.
     */
    public static final Witness SCHEDULED_TASKS = new Witness(
            "scheduled-tasks",
            List.of(
                    argument("java.util.concurrent.ScheduledThreadPoolExecutor", "delayedExecute", 1),
                    argument("java.util.Timer", "sched", 3)),
            List.of(
                    receiver("java.util.concurrent.FutureTask", "set", 1),
                    receiver("java.util.concurrent.FutureTask", "setException", 1),
                    argument("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove", 1)));

    /** Open files and folders. Not the constructors: those are given a descriptor, too, that another has opened. */
    public static final Witness DESCRIPTORS = new Witness(
            "descriptors",
            List.of(
                    receiver("java.io.FileInputStream", "open", 1),
                    receiver("java.io.FileOutputStream", "open", 2),
                    receiver("java.io.RandomAccessFile", "open", 2),
                    returned("sun.nio.fs.UnixChannelFactory", "newFileChannel", -1),
                    returned("sun.nio.fs.WindowsChannelFactory", "newFileChannel", -1),
                    returned("sun.nio.fs.UnixChannelFactory", "newAsynchronousFileChannel", -1),
                    returned("sun.nio.fs.WindowsChannelFactory", "newAsynchronousFileChannel", -1),
                    receiver("sun.nio.fs.UnixDirectoryStream", "<init>", -1),
                    receiver("sun.nio.fs.WindowsDirectoryStream", "<init>", -1)),
            List.of(
                    receiver("java.io.FileInputStream", "close", 0),
                    receiver("java.io.FileOutputStream", "close", 0),
                    receiver("java.io.RandomAccessFile", "close", 0),
                    receiver("sun.nio.ch.FileChannelImpl", "implCloseChannel", 0),
                    receiver("sun.nio.ch.SimpleAsynchronousFileChannelImpl", "close", 0),
                    receiver("sun.nio.ch.WindowsAsynchronousFileChannelImpl", "close", 0),
                    receiver("sun.nio.fs.UnixDirectoryStream", "closeImpl", 0),
                    receiver("sun.nio.fs.WindowsDirectoryStream", "close", 0)));

    /** Names of files that the JVM is to delete when it ends. Of a name that is given again, the second is gone when collected. */
    public static final Witness DELETE_ON_EXIT =
            new Witness("delete-on-exit", List.of(argument("java.io.DeleteOnExitHook", "add", 1)), List.of());

    /** TCP connections, of both ends. A TLS socket is seen as the plain one that it is or is made of. */
    public static final Witness SOCKETS = new Witness(
            "sockets",
            List.of(
                    receiver("java.net.Socket", "connect", 2),
                    receiver("sun.nio.ch.SocketChannelImpl", "connect", 1),
                    returned("java.net.ServerSocket", "accept", 0),
                    returned("sun.nio.ch.ServerSocketChannelImpl", "accept", 0)),
            List.of(
                    receiver("java.net.Socket", "close", 0),
                    receiver("sun.nio.ch.SocketChannelImpl", "implCloseSelectableChannel", 0)));

    /** Memory outside the heap. */
    public static final Witness BUFFERS =
            new Witness("buffers", List.of(returned("java.nio.ByteBuffer", "allocateDirect", 1)), List.of());

    /**
     * Messages that RabbitMQ delivers (client 5.25.0). What they are acknowledged by is a number, so nobody sees one go: it is told who
     * takes them.
     */
    public static final Witness DELIVERIES = new Witness(
            "deliveries",
            List.of(new Point(
                    at("com.rabbitmq.client.Consumer", "handleDelivery", 4).orSubtypes(), Subject.argument(1), "")),
            List.of());

    /** What databases are asked, by whatever driver and pool. A statement that is carried out again is not seen again. */
    public static final Witness QUERIES = new Witness(
            "queries",
            List.of(new Point(at("java.sql.Statement", "execute*", -1).orSubtypes(), Subject.RECEIVER, "")),
            List.of());

    /** What Redis is asked, by Lettuce (7.7.0) and Jedis (8.0.2). */
    public static final Witness COMMANDS = new Witness(
            "commands",
            List.of(
                    argument("io.lettuce.core.StatefulRedisConnectionImpl", "dispatch", 1),
                    argument("redis.clients.jedis.Connection", "sendCommand", 1)),
            List.of());

    /** Class loaders. */
    public static final Witness CLASS_LOADERS =
            new Witness("class-loaders", List.of(receiver("java.lang.ClassLoader", "<init>", -1)), List.of());

    /** Classes, from their definition: those that are generated come from a loader that stays. */
    public static final Witness CLASS_DEFINITIONS = new Witness(
            "class-definitions",
            List.of(
                    returned("java.lang.ClassLoader", "defineClass", 3),
                    returned("java.lang.ClassLoader", "defineClass", 5),
                    returned("java.lang.invoke.MethodHandles$Lookup$ClassDefiner", "defineClass", 2)),
            List.of());

    /**
     * Leases of pools, a witness for each library: its id is {@code leases:} and the library as the table of watched pools names it.
     */
    public static final List<Witness> LEASES = List.of(
            // 5.6.5. The pool completes a waiting request on the thread that gave a connection back, hence the future.
            new Witness(
                    "leases:Apache HttpClient 5",
                    List.of(
                            new Point(
                                    at("org.apache.hc.core5.concurrent.BasicFuture", "get", 2),
                                    Subject.RETURNED,
                                    "org.apache.hc.core5.pool.PoolEntry"),
                            // The asynchronous client waits for no future.
                            new Point(
                                    at("org.apache.hc.core5.concurrent.BasicFuture", "completed", 1)
                                            .calledFrom("org.apache.hc.client5.http.impl.nio."),
                                    Subject.argument(0),
                                    "org.apache.hc.core5.pool.PoolEntry")),
                    List.of(
                            argument("org.apache.hc.core5.pool.StrictConnPool", "release", 2),
                            argument("org.apache.hc.core5.pool.LaxConnPool", "release", 2),
                            argument("org.apache.hc.core5.pool.RouteSegmentedConnPool", "release", 2))),
            // 4.12.1 and 5.5.1. A call that was enqueued takes its connection on a thread of OkHttp's, hence the call;
            // one
            // that is redirected takes another.
            new Witness(
                    "leases:OkHttp",
                    List.of(
                            returned("okhttp3.OkHttpClient", "newCall", 1),
                            receiver("okhttp3.internal.connection.RealCall", "acquireConnectionNoEvents", 1)),
                    List.of(receiver("okhttp3.internal.connection.RealCall", "releaseConnectionNoEvents$okhttp", 0))),
            // It takes its connections on threads of its own, hence the exchange: it is made where the request is sent,
            // and
            // its connection holds it until the body has been read.
            new Witness(
                    "leases:JDK HttpClient",
                    List.of(receiver("jdk.internal.net.http.MultiExchange", "<init>", -1)),
                    List.of()),
            // 7.1.0. The connection is collected as soon as its borrower forgets it; the pool holds the entry.
            new Witness(
                    "leases:HikariCP",
                    List.of(receiver("com.zaxxer.hikari.pool.PoolEntry", "createProxyConnection", 1)),
                    List.of(
                            receiver("com.zaxxer.hikari.pool.PoolEntry", "recycle", 0),
                            receiver("com.zaxxer.hikari.pool.PoolEntry", "close", 0))));

    private Witnesses() {}

    /**
     * Makes a witness of what is inserted into collections of the JDK, as an element, a key or a value. What was removed and is held by
     * something else still counts as what has stayed.
     *
     * @param elementClass full name of the class, or of one above it
     * @param callerOrEmpty how the name of a class begins that stands within 16 frames above; empty for any
     */
    public static Witness insertions(String elementClass, String callerOrEmpty) {
        return new Witness("insertions", Insertions.of(elementClass, callerOrEmpty), List.of());
    }

    /** Makes a witness of the instances of exactly this class. */
    public static Witness instances(String className) {
        return new Witness("instances", List.of(receiver(className, "<init>", -1)), List.of());
    }

    private static Point receiver(String type, String method, int parameters) {
        return new Point(at(type, method, parameters), Subject.RECEIVER, "");
    }

    private static Point argument(String type, String method, int parameters) {
        return new Point(at(type, method, parameters), Subject.argument(0), "");
    }

    private static Point returned(String type, String method, int parameters) {
        return new Point(at(type, method, parameters), Subject.RETURNED, "");
    }

    private static JoinPoint at(String type, String method, int parameters) {
        return JoinPoint.of(type.substring(type.lastIndexOf('.') + 1), type, method, parameters);
    }
}
