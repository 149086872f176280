package io.scupper.junit;

import io.scupper.engine.Census;
import io.scupper.engine.Experiment;
import io.scupper.engine.Operation;
import io.scupper.engine.Plan;
import io.scupper.engine.Planting;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.fault.PoolWatches;
import io.scupper.model.Budget;
import io.scupper.model.Budget.Measure;
import io.scupper.model.ByteSize;
import io.scupper.model.PoolWatch;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.probe.JvmProbes;
import io.scupper.spi.Fault;
import io.scupper.spi.Probe;
import io.scupper.spi.RunListener;
import io.scupper.spi.RunningSubject;
import io.scupper.verdict.Bounds;
import io.scupper.verdict.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * The programmatic form of all that the annotations say. Setters may be called in any order; {@link #run} runs the
 * experiment once.
 *
 * <pre>{@code
 * try (Sut.Started orders = sut.start(Where.FORKED)) {
 *     Run run = LeakExperiment.on(orders)
 *             .inject(Faults.unclosedResponses().with("every", "10"))
 *             .operation(() -> http.get("/orders/1/price"))
 *             .within("10s")
 *             .run();
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LeakExperiment {

    private static final Duration OPERATION_WITHIN = Duration.ofSeconds(60);

    private final Supplier<RunningSubject> subject;
    private final List<Fault> faults = new ArrayList<>();
    private final List<PoolWatch> watches = new ArrayList<>();
    private final List<String> threadLocals = new ArrayList<>();
    private String name = "experiment";
    private Operation operation = Operation.NONE;
    private RunListener listener = new RunListener() {};
    private Duration within = Duration.ofSeconds(30);
    private Duration idle = Duration.ZERO;
    private int operations;
    private int rounds = Plan.ROUNDS;
    private int controlRounds = Plan.CONTROL_ROUNDS;
    private int concurrency = 1;
    private Bounds bounds = Bounds.NONE;
    private Planting planting = Planting.EACH;
    private Optional<Path> dumps = Optional.empty();
    private Aborts abortWhen = Aborts.DEFAULT;
    private final List<Budget> budgets = new ArrayList<>();

    private LeakExperiment(Supplier<RunningSubject> subject) {
        this.subject = subject;
    }

    /** Begins the description of an experiment on a system under test that runs. */
    public static LeakExperiment on(Sut.Started sut) {
        return new LeakExperiment(sut::subject);
    }

    /** Begins one on a system that need not run until {@link #run}. */
    static LeakExperiment on(Supplier<RunningSubject> subject) {
        return new LeakExperiment(subject);
    }

    /** Names it, for messages and the record. */
    public LeakExperiment named(String name) {
        this.name = name;
        return this;
    }

    /**
     * Adds a fault.
     *
     * @throws ScupperException if its id is unknown or a parameter is not allowed
     */
    public LeakExperiment inject(FaultSpec fault) {
        faults.add(Faults.create(fault));
        return this;
    }

    /** Sets the operation that is repeated; without one the faults bring their own traffic. */
    public LeakExperiment operation(Operation operation) {
        this.operation = operation;
        return this;
    }

    /** Bounds recovery after lift, for example {@code "30s"}, which is the default. */
    public LeakExperiment within(String duration) {
        this.within = TimeSpan.parse("within", duration);
        return this;
    }

    /**
     * Declares how long the subject keeps what is idle, for example {@code "60s"}: the longest of its keep-alive and idle
     * times. What is not back at its baseline is waited for that long, and five seconds more, even beyond {@link #within}. An
     * empty text declares nothing.
     */
    public LeakExperiment idle(String duration) {
        this.idle = duration.isBlank() ? Duration.ZERO : TimeSpan.parse("idle", duration);
        return this;
    }

    /** Sets the operations of one round, from 1; 0 for the default. */
    public LeakExperiment operations(int operations) {
        this.operations = operations;
        return this;
    }

    /** Sets the rounds with the fault, from 5. */
    public LeakExperiment rounds(int rounds) {
        this.rounds = rounds;
        return this;
    }

    /** Sets the rounds without it, from 1. */
    public LeakExperiment controlRounds(int rounds) {
        this.controlRounds = rounds;
        return this;
    }

    /** Sets how many threads carry out operations, from 1. */
    public LeakExperiment concurrency(int threads) {
        this.concurrency = threads;
        return this;
    }

    /**
     * Sets what is allowed above the baseline.
     *
     * @param heap a size, or empty to let the rules decide
     * @param threads or -1 to let the rules decide; likewise for the others
     */
    public LeakExperiment allowing(String heap, int threads, int connections, int descriptors) {
        this.bounds = new Bounds(
                heap.isBlank()
                        ? OptionalLong.empty()
                        : OptionalLong.of(ByteSize.parse("heap", heap).bytes()),
                bound("threads", threads),
                bound("connections", connections),
                bound("descriptors", descriptors),
                bounds.acceptsCollected());
        return this;
    }

    /** Accepts sockets and descriptors that only a garbage collection closes; they are a leak otherwise. */
    public LeakExperiment acceptCollected(boolean accepted) {
        this.bounds =
                new Bounds(bounds.heapBytes(), bounds.threads(), bounds.connections(), bounds.descriptors(), accepted);
        return this;
    }

    /** Sets when a leak is planted before CLEAN is believed; the system property {@code scupper.planting} goes before it. */
    public LeakExperiment planting(Planting planting) {
        this.planting = planting;
        return this;
    }

    /**
     * Sets when armed rounds are ended at once, with everything given back; the properties {@code scupper.abort.…} go before it.
     *
     * @param heap the share of the heap that may be live after a collection, for example {@code "97%"}, the default
     * @param memory the share of its control group's limit that may be resident, for example {@code "97%"}, the default
     * @param health a path that a well subject answers with a status below 400, or empty to ask for none
     * @param unwell how long it may not, for example {@code "30s"}, the default
     */
    public LeakExperiment abortWhen(String heap, String memory, String health, String unwell) {
        this.abortWhen = new Aborts(heap, memory, health, unwell);
        return this;
    }

    /**
     * Adds a budget: what the subject may use up while the fault is on, as {@code @Budget} says it.
     *
     * @param atMost a size, for example {@code "64MiB"}, or a number where queries or commands are counted
     * @throws ScupperException if it is neither, or not allowed
     */
    public LeakExperiment budget(Measure measure, String atMost) {
        budgets.add(Budgets.parse(measure, "", atMost));
        return this;
    }

    /** Adds a budget that is about single instances of a class, as {@code @PerInstance} says it. */
    public LeakExperiment budget(Measure measure, String className, String atMost) {
        budgets.add(Budgets.parse(measure, className, atMost));
        return this;
    }

    /** Sets all budgets, in the place of those that there are. */
    LeakExperiment budgets(List<Budget> budgets) {
        this.budgets.clear();
        this.budgets.addAll(budgets);
        return this;
    }

    /** Lets the agent look out for the pools of a library that Scupper does not know. */
    public LeakExperiment watching(PoolWatch watch) {
        watches.add(watch);
        return this;
    }

    /**
     * Explains a leak by a second, short run: who holds what grew, and which code brought it forth. Costs two rounds and two heap
     * dumps, and only where there is a leak; one of a class that no path confirms is INCONCLUSIVE then. Test methods are explained
     * unless the system property {@code scupper.explain} is {@code off}.
     *
     * @param dumps a file in the folder that heap dumps are put into; the dumps are named after it and kept with a leak
     */
    public LeakExperiment explaining(Path dumps) {
        this.dumps = Optional.of(dumps);
        return this;
    }

    /** Leaves a leak unexplained, and believes it without a path: for a run of which only the verdict is wanted. */
    LeakExperiment unexplained() {
        this.dumps = Optional.empty();
        return this;
    }

    /** Counts how often the operations of one round reach what these faults are about; see {@link Census}. */
    List<Census.Count> reaches(List<FaultSpec> counted) throws InterruptedException {
        return Census.of(plan(), counted.stream().map(Faults::create).toList(), subject.get(), operation);
    }

    /**
     * Counts values of a class in the thread locals of live threads. Needed where the values are of a class that the subject
     * has in other places too; a class of the application that grows is seen without.
     */
    public LeakExperiment watchingThreadLocals(String... classNames) {
        threadLocals.addAll(List.of(classNames));
        return this;
    }

    /** Is told how the experiment goes on. */
    public LeakExperiment listener(RunListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Runs the experiment.
     *
     * @throws ScupperException if it could not be carried out
     */
    public Run run() throws InterruptedException {
        Plan plan = plan();
        plan.explanation().ifPresent(Explanations::removeOld);
        RunningSubject running = subject.get();
        requireReadable(running);
        var all = new ArrayList<>(PoolWatches.ALL);
        all.addAll(watches);
        try {
            running.agent().watch(all);
            running.agent().watchThreadLocals(threadLocals);
            return new Experiment(plan, running, probes(running), operation, listener).run();
        } catch (ScupperException e) {
            throw LastWords.of(running, e);
        }
    }

    /**
     * Returns what it is going to do.
     *
     * @throws ScupperException if a number is not allowed
     */
    Plan plan() {
        if (operations < 0) {
            throw new ScupperException(
                    "operations is %d, allowed is 1 or more, or 0 for the default.".formatted(operations));
        }
        int perRound =
                operations > 0 ? operations : Plan.operationsOf(faults, rounds).orElse(Plan.OPERATIONS);
        return new Plan(
                name,
                faults,
                perRound,
                rounds,
                controlRounds,
                concurrency,
                within,
                idle,
                OPERATION_WITHIN,
                bounds,
                Thresholds.DEFAULT,
                Planting.ofProperty(planting),
                dumps.flatMap(file -> Explanations.into(file)),
                abortWhen.conditions(subject),
                budgets);
    }

    private static List<Probe> probes(RunningSubject running) {
        var probes = new ArrayList<Probe>(JvmProbes.all(running.peers()));
        probes.addAll(running.agent().probes());
        running.companions().forEach(companion -> probes.addAll(companion.probes()));
        return probes;
    }

    /** A bound on what nobody reads would hold for ever. */
    private void requireReadable(RunningSubject running) {
        if (bounds.heapBytes().isPresent() && !running.agent().readsTheHeap()) {
            throw new ScupperException(
                    "The test sets a bound on the heap, and nobody reads that of %s: leave 'heap' out, or read it by something that does."
                            .formatted(running.description()));
        }
    }

    private static OptionalLong bound(String name, int given) {
        if (given < -1) {
            throw new ScupperException(
                    "%s is %d. Allowed is 0 or more, or -1 to let the rules decide.".formatted(name, given));
        }
        return given == -1 ? OptionalLong.empty() : OptionalLong.of(given);
    }
}
