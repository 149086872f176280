package io.scupper.engine;

import io.scupper.model.AllocatingThread;
import io.scupper.model.Allocations;
import io.scupper.model.ClassCount;
import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import io.scupper.model.Origin;
import io.scupper.model.PoolWatch;
import io.scupper.model.Sample;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.ThreadStack;
import io.scupper.model.Vitals;
import io.scupper.model.Witness;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.Weaving;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A subject whose heap and threads are what the test says. */
final class FakeSubject implements RunningSubject, AgentLink {

    private static final Plant PLANT = new Plant("planted.Object", "planted-thread", 4_711);

    static final String VIRTUAL_THREAD = "java.lang.VirtualThread";

    static final String OURS = "com.acme.Audit";

    final Map<String, Long> instances = new ConcurrentHashMap<>();
    volatile int instanceBytes = 64;
    volatile int threads;
    volatile String threadName = "worker-";
    volatile boolean exhausted;
    volatile int sockets;
    volatile Runnable whenCollected = () -> {};
    volatile String growsByItself = "";
    volatile String floats = "";
    volatile long floating;
    private boolean isFirstCollection;
    volatile boolean isPlanted;
    volatile String blindTo = "";
    volatile RuntimeException death;
    volatile Vitals vitals = Vitals.UNKNOWN;
    volatile RuntimeKind kind = RuntimeKind.IN_PROCESS;
    volatile List<Companion> companions = List.of();
    volatile long allocated;
    volatile long lostThreads;
    volatile Supplier<List<AllocatingThread>> allocating = List::of;
    final AtomicInteger looksAtAllocations = new AtomicInteger();

    /** What was asked of the agent for the explanation, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile String dumpFails = "";
    volatile String witnessFails = "";
    volatile Map<String, List<Origin>> origins = Map.of();

    volatile List<String> parked = List.of("com.acme.Task.run(Task.java:7)");
    volatile List<String> started = List.of();
    volatile String virtualThreadsFail = "";

    void keepOne(String className) {
        instances.merge(className, 1L, Long::sum);
    }

    @Override
    public Snapshot peek() {
        return snapshot(Map.of());
    }

    @Override
    public Vitals vitals() {
        return vitals;
    }

    @Override
    public Snapshot collect() {
        whenCollected.run();
        if (!growsByItself.isEmpty()) {
            instances.merge(growsByItself, 50L, Long::sum);
        }
        isFirstCollection = !isFirstCollection;
        var classes = new HashMap<String, ClassCount>();
        if (!isFirstCollection && floating > 0) {
            classes.put(floats, new ClassCount(floating, 1));
        }
        instances.forEach((name, count) -> classes.put(name, new ClassCount(count, count * instanceBytes)));
        return snapshot(classes);
    }

    private Snapshot snapshot(Map<String, ClassCount> classes) {
        long live = (10L << 20)
                + classes.values().stream().mapToLong(ClassCount::bytes).sum();
        return new Snapshot(
                new Sample.Heap(live, live, 1L << 30, 0),
                0,
                classes,
                Stream.concat(
                                IntStream.range(0, threads).mapToObj(i -> threadName + i),
                                Stream.of(PLANT.thread()).filter(name -> isPlanted && !isBlindTo("threads")))
                        .map(name -> new Snapshot.ThreadState(name, "WAITING", List.of("com.acme.Task.run")))
                        .toList(),
                Stream.concat(
                                IntStream.range(0, sockets).mapToObj(i -> 80),
                                Stream.of(PLANT.port()).filter(port -> isPlanted && !isBlindTo("sockets")))
                        .map(port -> new Snapshot.SocketState("ESTABLISHED", "127.0.0.1", 50_000, "127.0.0.1", port))
                        .toList(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of());
    }

    @Override
    public RuntimeKind kind() {
        return kind;
    }

    @Override
    public String description() {
        return "fake";
    }

    @Override
    public Optional<URI> http() {
        return Optional.empty();
    }

    @Override
    public AgentLink agent() {
        return this;
    }

    @Override
    public List<Companion> companions() {
        return companions;
    }

    @Override
    public Allocations allocations() {
        var since = new Allocations(allocated, lostThreads);
        allocated = 0;
        return since;
    }

    @Override
    public List<AllocatingThread> allocating() {
        looksAtAllocations.incrementAndGet();
        return allocating.get();
    }

    @Override
    public void requireAlive() {
        RuntimeException dead = death;
        if (dead != null) {
            throw dead;
        }
    }

    @Override
    public void watch(List<PoolWatch> watches) {}

    @Override
    public List<LoadedLibrary> libraries(Map<Library, List<JoinPoint>> asked) {
        return List.of();
    }

    @Override
    public void weave(Weaving weaving) {}

    @Override
    public void arm(String faultId) {}

    @Override
    public void lift(String faultId) {}

    @Override
    public long compensate(String faultId) {
        return 0;
    }

    @Override
    public void unweave(String faultId) {}

    @Override
    public Snapshot.FaultCount count(String faultId) {
        return Snapshot.FaultCount.NONE;
    }

    @Override
    public void watchThreadLocals(List<String> classNames) {}

    @Override
    public Plant plant(int objects) {
        instances.put(PLANT.className(), isBlindTo("heap") ? 0L : objects);
        isPlanted = true;
        return PLANT;
    }

    @Override
    public void uproot() {
        instances.remove(PLANT.className());
        isPlanted = false;
    }

    @Override
    public void dump(Path file, long mostBytes) {
        asked.add("dump " + file.getFileName());
        if (!dumpFails.isEmpty()) {
            throw new ScupperException(dumpFails);
        }
    }

    @Override
    public void witness(List<Witness> witnesses) {
        witnesses.forEach(witness -> asked.add("witness " + witness.id()));
        if (!witnessFails.isEmpty()) {
            throw new ScupperException(witnessFails);
        }
    }

    @Override
    public Map<String, List<Origin>> origins() {
        asked.add("origins");
        return origins;
    }

    @Override
    public List<ThreadStack> threads() {
        asked.add("threads");
        return IntStream.range(0, threads)
                .mapToObj(i -> new ThreadStack(i, threadName + i, false, "WAITING", parked, started))
                .toList();
    }

    @Override
    public List<ThreadStack> virtualThreads() {
        asked.add("virtual threads");
        if (!virtualThreadsFail.isEmpty()) {
            throw new ScupperException(virtualThreadsFail);
        }
        return LongStream.range(0, instances.getOrDefault(VIRTUAL_THREAD, 0L))
                .mapToObj(i -> new ThreadStack(i, "", true, "WAITING", parked, List.of()))
                .toList();
    }

    @Override
    public void dismissWitnesses() {
        asked.add("dismiss");
    }

    private boolean isBlindTo(String probe) {
        return blindTo.equals(probe);
    }

    @Override
    public void close() {}
}
