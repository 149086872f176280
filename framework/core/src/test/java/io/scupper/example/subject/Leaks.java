package io.scupper.example.subject;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Leaks of a known number, each from a method of its own, beside as much that does not leak though it is kept. */
final class Leaks {

    private static final Map<Long, Object> BY_NUMBER = new HashMap<>();
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path TASKS = Path.of("/proc/self/task");

    static {
        // Loaded here, and not where something is counted.
        Definer.class.getName();
    }

    private final List<Object> kept = new ArrayList<>();
    private final List<ScheduledThreadPoolExecutor> pools = new ArrayList<>();

    Object carryOut(String operation, int count) throws Exception {
        switch (operation) {
            case "leakThreads":
                return leakThreads(count);
            case "leakTasks":
                return leakTasks(count);
            case "leakTimers":
                return leakTimers(count);
            case "leakFiles":
                return leakFiles(count);
            case "loseFiles":
                return loseFiles(count);
            case "leakNames":
                return leakNames(count);
            case "leakSockets":
                return leakSockets(count);
            case "leakWidgets":
                return leakWidgets(count);
            case "leakBuffers":
                return keep(count, Leaks::makeBuffer);
            case "leakClasses":
                return leakClasses(count);
            case "keepThroughProxies":
                return keep(count, Leaks::makeThroughProxy);
            case "keepFromTasks":
                return new FromTasks(kept).keepFromTasks(count);
            case "keepFromTaskAfterTask":
                return new FromTasks(kept).keepFromTaskAfterTask(count);
            case "leakLoaders":
                return keep(count, Leaks::makeLoader);
            case "maps":
            case "sortedMaps":
            case "listsAndQueues":
                kept.add(Filled.with(operation, count));
                return count;
            case "keepWidgets":
                return keep(count, () -> new Widget(0));
            case "keepFromManyPlaces":
                return new ManyPlaces(kept).keep(count);
            case "forget":
                BY_NUMBER.clear();
                pools.forEach(ScheduledThreadPoolExecutor::shutdownNow);
                pools.clear();
                kept.clear();
                return "";
            default:
                throw new IllegalArgumentException(operation);
        }
    }

    private Object keep(int count, Supplier<?> made) {
        for (int i = 0; i < count; i++) {
            kept.add(made.get());
        }
        return count;
    }

    private static ByteBuffer makeBuffer() {
        return ByteBuffer.allocateDirect(16);
    }

    private static URLClassLoader makeLoader() {
        return new URLClassLoader(new URL[0], null);
    }

    private Object leakClasses(int count) throws Exception {
        byte[] code;
        try (InputStream in = Leaks.class.getResourceAsStream("Widget.class")) {
            code = in.readAllBytes();
        }
        for (int i = 0; i < count; i++) {
            kept.add(defineHidden(code));
            kept.add(defineGenerated(code));
        }
        return count;
    }

    private static Class<?> defineHidden(byte[] code) throws IllegalAccessException {
        return MethodHandles.lookup().defineHiddenClass(code, false).lookupClass();
    }

    private static Class<?> defineGenerated(byte[] code) {
        return new Definer().define(code);
    }

    /** A proxy's class has another name in each loader. */
    private static Object makeThroughProxy() {
        var loader = new URLClassLoader(new URL[0], Leaks.class.getClassLoader());
        var proxy = (Supplier<?>) Proxy.newProxyInstance(
                loader, new Class<?>[] {Supplier.class}, (any, method, arguments) -> new Widget(0));
        return proxy.get();
    }

    private Object leakThreads(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            startParked();
            Thread brief = startBrief();
            brief.join();
            kept.add(brief);
        }
        Thread started = startBrief();
        started.join();
        try {
            started.start();
        } catch (IllegalThreadStateException e) {
            kept.add(started);
        }
        return count;
    }

    private void startParked() {
        var thread = new Thread(Leaks::parkForEver, "parked for ever");
        thread.setDaemon(true);
        thread.start();
    }

    private Thread startBrief() {
        var thread = new Thread(() -> {}, "brief");
        thread.start();
        return thread;
    }

    private static void parkForEver() {
        while (true) {
            LockSupport.park();
        }
    }

    private Object leakTasks(int count) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count + 1, Leaks::daemon);
        for (int i = 0; i < count; i++) {
            submitHanging(pool);
            kept.add(submitBrief(pool));
        }
        // Each has been seen to end by the pool once the pool's one free thread has taken the next.
        submitBrief(pool);
        return count;
    }

    private static void submitHanging(ExecutorService pool) {
        pool.submit(Leaks::parkForEver);
    }

    private static Future<?> submitBrief(ExecutorService pool) throws Exception {
        var brief = pool.submit(() -> {});
        brief.get();
        return brief;
    }

    static Thread daemon(Runnable task) {
        var thread = new Thread(task, "pooled");
        thread.setDaemon(true);
        return thread;
    }

    private Object leakTimers(int count) throws Exception {
        var timer = new Timer(true);
        var pool = new ScheduledThreadPoolExecutor(2, Leaks::daemon);
        var tidy = new ScheduledThreadPoolExecutor(2, Leaks::daemon);
        tidy.setRemoveOnCancelPolicy(true);
        for (int i = 0; i < count; i++) {
            schedule(timer);
            scheduleAndCancel(pool);
            repeat(pool);
            scheduleAndRemove(tidy);
            scheduleAndEnd(pool);
        }
        kept.add(timer);
        pools.add(pool);
        pools.add(tidy);
        return count;
    }

    private static void schedule(Timer timer) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {}
                },
                TimeUnit.HOURS.toMillis(1));
    }

    private static void scheduleAndCancel(ScheduledThreadPoolExecutor pool) {
        pool.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);
    }

    private void scheduleAndRemove(ScheduledThreadPoolExecutor tidy) {
        var removed = tidy.schedule(() -> {}, 1, TimeUnit.HOURS);
        removed.cancel(false);
        kept.add(removed);
    }

    private void scheduleAndEnd(ScheduledThreadPoolExecutor pool) throws Exception {
        var done = pool.schedule(() -> {}, 0, TimeUnit.SECONDS);
        done.get();
        kept.add(done);
    }

    private static void repeat(ScheduledThreadPoolExecutor pool) {
        pool.scheduleAtFixedRate(() -> {}, 0, 100, TimeUnit.MILLISECONDS);
    }

    private Object leakFiles(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            kept.add(openStream());
            kept.add(openChannel());
            kept.add(openAsynchronously());
            kept.add(openFolder());
            openAndClose();
        }
        try {
            kept.add(new FileInputStream("/none"));
        } catch (IOException e) {
            kept.add(e);
        }
        return count;
    }

    private static FileInputStream openStream() throws IOException {
        return new FileInputStream(STATUS.toFile());
    }

    private static FileChannel openChannel() throws IOException {
        return FileChannel.open(STATUS);
    }

    private static AsynchronousFileChannel openAsynchronously() throws IOException {
        return AsynchronousFileChannel.open(STATUS);
    }

    private static DirectoryStream<Path> openFolder() throws IOException {
        return Files.newDirectoryStream(TASKS);
    }

    private void openAndClose() throws IOException {
        List<Closeable> all = List.of(
                new FileInputStream(STATUS.toFile()),
                FileChannel.open(STATUS),
                AsynchronousFileChannel.open(STATUS),
                Files.newDirectoryStream(TASKS));
        for (Closeable each : all) {
            each.close();
            kept.add(each);
        }
    }

    /** The collector closes a lost stream and a lost channel; an asynchronous one and a folder stay open for good. */
    private static Object loseFiles(int count) throws IOException {
        long lost = 0;
        for (int i = 0; i < count; i++) {
            lost += List.of(openStream(), openChannel(), openAsynchronously(), openFolder())
                    .size();
        }
        return lost;
    }

    /** Each twice, of which the JVM keeps the first. */
    private static Object leakNames(int count) {
        for (int i = 0; i < count; i++) {
            register("none-" + i);
            registerAgain("none-" + i);
        }
        return count;
    }

    private static void register(String name) {
        new File(name).deleteOnExit();
    }

    private static void registerAgain(String name) {
        new File(name).deleteOnExit();
    }

    private Object leakSockets(int count) throws IOException {
        var listener = new ServerSocket(0, 2 * count, InetAddress.getLoopbackAddress());
        var channels = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        kept.add(listener);
        kept.add(channels);
        for (int i = 0; i < count; i++) {
            kept.add(connect(listener));
            kept.add(accept(listener));
            kept.add(connect(channels));
            kept.add(accept(channels));
            for (Closeable each : List.of(connect(listener), accept(listener), connect(channels), accept(channels))) {
                each.close();
                kept.add(each);
            }
        }
        return count;
    }

    private static Socket accept(ServerSocket listener) throws IOException {
        return listener.accept();
    }

    private static SocketChannel accept(ServerSocketChannel listener) throws IOException {
        return listener.accept();
    }

    private static Socket connect(ServerSocket listener) throws IOException {
        return new Socket(listener.getInetAddress(), listener.getLocalPort());
    }

    private static SocketChannel connect(ServerSocketChannel listener) throws IOException {
        return SocketChannel.open(listener.getLocalAddress());
    }

    private Object leakWidgets(int count) {
        for (long i = 0; i < count; i++) {
            insert(i);
            insertElsewhere(i);
        }
        for (long i = 0; i < count; i += 2) {
            BY_NUMBER.remove(i);
        }
        return BY_NUMBER.size();
    }

    private static void insert(long number) {
        BY_NUMBER.put(number, new Widget(number));
    }

    /** Of another class, and forgotten at once. */
    private static void insertElsewhere(long number) {
        var list = new ArrayList<Object>();
        list.add(String.valueOf(number));
        list.add(new Widget(number));
    }

    /** A loader for one class. */
    private static final class Definer extends ClassLoader {

        Class<?> define(byte[] code) {
            return defineClass(null, code, 0, code.length);
        }
    }
}
