package io.scupper.agent;

import io.scupper.agent.dump.Dumps;
import io.scupper.agent.fault.Faults;
import io.scupper.agent.jvm.Reach;
import io.scupper.agent.library.Libraries;
import io.scupper.agent.plant.Planted;
import io.scupper.agent.plant.Plants;
import io.scupper.agent.probe.AllocatingThreads;
import io.scupper.agent.probe.Allocations;
import io.scupper.agent.probe.Pools;
import io.scupper.agent.probe.Readings;
import io.scupper.agent.probe.ThreadStacks;
import io.scupper.agent.probe.Vitals;
import io.scupper.agent.weave.Weaver;
import io.scupper.agent.witness.Witnesses;
import io.scupper.control.Frames;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Carries out the verbs of the control channel. Used by the agent's thread alone. */
final class Commands {

    private static final byte[] RENEW = Frames.encode(List.of(Line.of(Verbs.RENEW)));

    /** The witness that has seen who started a thread. */
    private static final String THREADS_WITNESS = "threads";

    private final Faults faults;
    private final Libraries libraries;
    private final Pools pools;
    private final Witnesses witnesses;
    private final Readings readings;
    private final Allocations allocations = new Allocations();
    private final AllocatingThreads allocating = new AllocatingThreads();
    private final Plants plants = new Plants();
    private final Dumps dumps = new Dumps();
    private final Reserve reserve;

    Commands(Instrumentation instrumentation, int port, Reserve reserve) {
        var reach = new Reach(instrumentation);
        var weaver = new Weaver(instrumentation);
        this.faults = new Faults(instrumentation, weaver, reach);
        this.libraries = new Libraries(instrumentation);
        this.pools = new Pools(weaver, reach);
        this.witnesses = new Witnesses(weaver);
        this.readings = new Readings(instrumentation, reach, pools, port);
        this.reserve = reserve;
        reserve.dropsFirst(witnesses::drop);
    }

    /** Carries out what a frame asks for if that takes no memory at all; returns whether it did. */
    boolean carriesOut(byte[] frame, int length) {
        // A renewal that took of the reserve while the heap fills up would leave nothing for giving back.
        return Arrays.equals(frame, 0, length, RENEW, 0, RENEW.length) || faults.liftIfAsked(frame, length);
    }

    /** Carries a request out and returns the answer; what went wrong is an answer too. */
    List<Line> answer(List<Line> request) {
        try {
            var answer = new ArrayList<Line>();
            answer.add(Line.of(Frames.OK));
            carryOut(request, answer);
            return answer;
        } catch (Exception | LinkageError | StackOverflowError e) {
            String message = e.getMessage();
            return List.of(Line.of(Frames.ERROR, message == null ? e.toString() : message));
        }
    }

    /** Writes the bytes that stand behind the last answer, if there are any. */
    void writeBehindAnswer(OutputStream out) throws IOException {
        dumps.writePrepared(out);
    }

    /** Lets go of what takes memory and can be asked for again; so nothing stands behind the answer either. */
    void giveUp() {
        dumps.end();
    }

    /**
     * Reads once for nothing, so that all classes which that takes are there before memory is scarce. Not done before a
     * runner comes: until then the subject may not have made its settings.
     */
    void rehearse() {
        answer(List.of(Line.of(Verbs.PEEK)));
    }

    /** Lifts everything, and drops what witnesses have seen, allocating nothing. */
    void liftAll() {
        witnesses.drop();
        faults.liftAll();
    }

    /** Lifts, gives back, unweaves and forgets everything. Can be called again where it was cut short. */
    void endAll() {
        dumps.end();
        faults.endAll();
        witnesses.dismiss();
        pools.forget();
        try {
            plants.uproot();
        } catch (IOException e) {
            // Closed as far as it can be.
        }
    }

    private void carryOut(List<Line> request, List<Line> answer) throws IOException {
        Line first = request.get(0);
        switch (first.keyword()) {
            case Verbs.PEEK:
            case Verbs.COLLECT:
            case Verbs.VITALS:
            case Verbs.ALLOCATIONS:
            case Verbs.ALLOCATING:
                carryOutOnReadings(first, answer);
                break;
            case Verbs.WATCH:
                pools.watch(request.subList(1, request.size()));
                break;
            case Verbs.WATCH_LOCALS:
                readings.watchThreadLocals(first.texts());
                break;
            case Verbs.PLANT:
            case Verbs.UPROOT:
                carryOutOnPlants(first, answer);
                break;
            case Verbs.DUMP:
            case Verbs.THREAD_DUMP:
            case Verbs.DUMP_PART:
            case Verbs.DUMP_END:
                carryOutOnDump(first, answer);
                break;
            case Verbs.BYE:
                endAll();
                break;
            default:
                carryOutOnFault(request, answer);
        }
    }

    private void carryOutOnReadings(Line first, List<Line> answer) {
        switch (first.keyword()) {
            case Verbs.PEEK:
                answer.addAll(readings.peek());
                answer.addAll(faults.counts());
                break;
            case Verbs.COLLECT:
                answer.addAll(readings.collect(reserve.heldBytes()));
                answer.addAll(faults.counts());
                break;
            case Verbs.VITALS:
                answer.set(0, Line.of(Frames.OK, Vitals.read()));
                break;
            case Verbs.ALLOCATIONS:
                answer.set(0, Line.of(Frames.OK, allocations.read()));
                break;
            default:
                answer.addAll(allocating.read());
        }
    }

    private void carryOutOnPlants(Line first, List<Line> answer) throws IOException {
        if (first.keyword().equals(Verbs.PLANT)) {
            int port = plants.plant((int) first.number(0));
            answer.set(0, Line.of(Frames.OK, Planted.class.getName(), Plants.THREAD, port));
        } else {
            plants.uproot();
        }
    }

    private void carryOutOnDump(Line first, List<Line> answer) throws IOException {
        switch (first.keyword()) {
            case Verbs.DUMP:
                answer.set(0, Line.of(Frames.OK, dumps.take()));
                break;
            case Verbs.THREAD_DUMP:
                answer.set(0, Line.of(Frames.OK, dumps.takeThreads()));
                break;
            case Verbs.DUMP_PART:
                answer.set(0, Line.of(Frames.OK, dumps.prepare()));
                break;
            default:
                dumps.end();
        }
    }

    private void carryOutOnFault(List<Line> request, List<Line> answer) {
        Line first = request.get(0);
        switch (first.keyword()) {
            case Verbs.LIBRARIES:
                answer.addAll(libraries.read(request.subList(1, request.size())));
                break;
            case Verbs.WEAVE:
                faults.weave(request);
                break;
            case Verbs.ARM:
                faults.arm(first.text(0));
                break;
            case Verbs.LIFT:
                faults.lift(first.text(0));
                break;
            case Verbs.COMPENSATE:
                answer.set(0, Line.of(Frames.OK, faults.compensate(first.text(0))));
                break;
            case Verbs.UNWEAVE:
                faults.unweave(first.text(0));
                break;
            case Verbs.COUNT:
                answer.add(faults.count(first.text(0)));
                break;
            default:
                carryOutOnWitnesses(request, answer);
        }
    }

    private void carryOutOnWitnesses(List<Line> request, List<Line> answer) {
        Line first = request.get(0);
        switch (first.keyword()) {
            case Verbs.WITNESS:
                witnesses.witness(request.subList(1, request.size()));
                break;
            case Verbs.ORIGINS:
                answer.addAll(witnesses.origins());
                break;
            case Verbs.THREADS:
                answer.addAll(ThreadStacks.read(thread -> witnesses.framesOf(THREADS_WITNESS, thread)));
                break;
            case Verbs.DISMISS:
                witnesses.dismiss();
                break;
            default:
                throw new IllegalArgumentException("Verb '" + first.keyword() + "' is unknown to this agent.");
        }
    }
}
