package io.scupper.runtime;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.AllocatingThread;
import io.scupper.model.Allocations;
import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import io.scupper.model.Origin;
import io.scupper.model.PoolWatch;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.ThreadStack;
import io.scupper.model.Vitals;
import io.scupper.model.Witness;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Weaving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apiguardian.api.API;

/**
 * The agent of a JVM, wherever that runs, over TCP. May be used by several threads; their calls take turns. A thread of its
 * own renews the lease until it is closed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RemoteAgent implements AgentLink {

    /** Answers that need no collection and no change of classes. */
    private static final Duration SHORT = Duration.ofSeconds(15);

    /** Collections of a large heap, and classes that are woven while a small machine starts up. */
    private static final Duration LONG = Duration.ofSeconds(90);

    private final AgentChannel channel;

    /** The agent has one dump at a time; other calls take their turns between the parts of it. */
    private final ReentrantLock dumping = new ReentrantLock();

    private RemoteAgent(AgentChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects to an agent; blocks until it answers.
     *
     * @param token what the agent was started with
     * @param within how long to try while nobody listens yet
     * @throws ScupperException if it does not answer in time, or refuses the token; nothing is left open then
     */
    public static RemoteAgent connect(String host, int port, String token, Duration within) {
        return new RemoteAgent(AgentChannel.open(host, port, token, within));
    }

    @Override
    public Snapshot peek() {
        return Snapshots.of(ask(SHORT, Line.of(Verbs.PEEK)));
    }

    @Override
    public Snapshot collect() {
        return Snapshots.of(ask(LONG, Line.of(Verbs.COLLECT)));
    }

    @Override
    public Vitals vitals() {
        Line answer = ask(SHORT, Line.of(Verbs.VITALS)).get(0);
        return new Vitals(answer.number(0), answer.number(1), answer.number(2), answer.number(3));
    }

    @Override
    public Allocations allocations() {
        Line answer = ask(SHORT, Line.of(Verbs.ALLOCATIONS)).get(0);
        return new Allocations(answer.number(0), answer.number(1));
    }

    @Override
    public List<AllocatingThread> allocating() {
        return ThreadLines.allocating(ask(SHORT, Line.of(Verbs.ALLOCATING)));
    }

    @Override
    public void watch(List<PoolWatch> watches) {
        var request = new ArrayList<Line>();
        request.add(Line.of(Verbs.WATCH));
        for (PoolWatch each : watches) {
            request.add(Line.of(
                    Verbs.POOL_WATCH,
                    each.library(),
                    each.type(),
                    each.subtypes(),
                    each.method(),
                    each.name(),
                    each.leased(),
                    each.idle(),
                    each.pending(),
                    each.most()));
        }
        ask(LONG, request);
    }

    @Override
    public void watchThreadLocals(List<String> classNames) {
        ask(SHORT, Line.of(Verbs.WATCH_LOCALS, classNames.toArray()));
    }

    @Override
    public List<LoadedLibrary> libraries(Map<Library, List<JoinPoint>> asked) {
        return LibraryLines.read(ask(SHORT, LibraryLines.request(asked)), List.copyOf(asked.keySet()));
    }

    @Override
    public void weave(Weaving weaving) {
        var request = new ArrayList<Line>();
        request.add(Line.of(Verbs.WEAVE, weaving.faultId()));
        request.add(Line.of(
                Verbs.EFFECT,
                weaving.effect().kind(),
                weaving.effect().argument(),
                weaving.maxHeld(),
                weaving.strongly()));
        request.add(weaving.activation().toLine(Verbs.ACTIVATION));
        weaving.joinPoints().forEach(each -> request.add(LibraryLines.joinPoint(each)));
        ask(LONG, request);
    }

    @Override
    public void arm(String faultId) {
        ask(SHORT, Line.of(Verbs.ARM, faultId));
    }

    @Override
    public void lift(String faultId) {
        ask(SHORT, Line.of(Verbs.LIFT, faultId));
    }

    @Override
    public long compensate(String faultId) {
        return ask(SHORT, Line.of(Verbs.COMPENSATE, faultId)).get(0).number(0);
    }

    @Override
    public void unweave(String faultId) {
        ask(LONG, Line.of(Verbs.UNWEAVE, faultId));
    }

    @Override
    public Snapshot.FaultCount count(String faultId) {
        Snapshot.FaultCount count =
                Snapshots.of(ask(SHORT, Line.of(Verbs.COUNT, faultId))).sites().get(faultId);
        if (count == null) {
            throw new ScupperException("The agent did not count fault '" + faultId + "'.");
        }
        return count;
    }

    @Override
    public Plant plant(int objects) {
        Line answer = ask(SHORT, Line.of(Verbs.PLANT, objects)).get(0);
        return new Plant(answer.text(0), answer.text(1), (int) answer.number(2));
    }

    @Override
    public void uproot() {
        ask(SHORT, Line.of(Verbs.UPROOT));
    }

    @Override
    public void dump(Path file, long mostBytes) {
        dumping.lock();
        try {
            DumpDownload.into(file, mostBytes, channel);
        } finally {
            dumping.unlock();
        }
    }

    @Override
    public void witness(List<Witness> witnesses) {
        ask(LONG, WitnessLines.request(witnesses));
    }

    @Override
    public Map<String, List<Origin>> origins() {
        return WitnessLines.origins(ask(SHORT, Line.of(Verbs.ORIGINS)));
    }

    @Override
    public List<ThreadStack> threads() {
        return ThreadLines.of(ask(SHORT, Line.of(Verbs.THREADS)));
    }

    @Override
    public List<ThreadStack> virtualThreads() {
        dumping.lock();
        try {
            return ThreadDump.virtualThreads(channel);
        } finally {
            dumping.unlock();
        }
    }

    @Override
    public void dismissWitnesses() {
        ask(LONG, Line.of(Verbs.DISMISS));
    }

    /** Lets the agent end everything and closes the connection; never throws. Blocks for the agent's work at the most. */
    @Override
    public void close() {
        channel.close(LONG);
    }

    private List<Line> ask(Duration within, Line request) {
        return ask(within, List.of(request));
    }

    /** Returns the answer's lines, the first of which is {@code ok}. */
    private List<Line> ask(Duration within, List<Line> request) {
        return channel.ask(within, request);
    }
}
