package io.scupper.spi;

import io.scupper.model.AllocatingThread;
import io.scupper.model.Allocations;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The channel to the agent inside the subject; the only way to read or change its JVM. A subject that takes no agent is read
 * from outside, by an {@link OutsideLink}. Calls are taken one at a time, block until answered, and are bounded. While it is open it renews the agent's lease; once it is closed, or this process
 * is gone, the agent lifts and compensates everything by itself.
 *
 * <p>Every method throws a {@link io.scupper.model.ScupperException} if the agent does not answer.
 */
public interface AgentLink extends AutoCloseable {

    /** Reads the counted resources, without collecting garbage: a matter of milliseconds. */
    Snapshot peek();

    /** Collects garbage until finalizers and cleaners have run, then reads everything, in one call. */
    Snapshot collect();

    /** Reads how near the subject is to the end of its memory: no collection, and hardly an allocation. */
    default Vitals vitals() {
        return Vitals.UNKNOWN;
    }

    /** Reads what the subject's threads have allocated since this was asked last; the first answer means nothing. */
    default Allocations allocations() {
        throw new ScupperException("This agent does not tell what is allocated.");
    }

    /** Reads which platform threads have allocated since this was asked last, and where they are; empty where that is not told. */
    default List<AllocatingThread> allocating() {
        return List.of();
    }

    /** Lets the agent look out for pools of connections. */
    void watch(List<PoolWatch> watches);

    /** Lets the agent look out for values of these classes in the thread locals of live threads. */
    void watchThreadLocals(List<String> classNames);

    /**
     * Returns which of these libraries the subject has loaded, once for each class loader, and whether they have the join points
     * asked about; loads nothing itself.
     */
    List<LoadedLibrary> libraries(Map<Library, List<JoinPoint>> asked);

    /** Weaves a fault into the classes it is about, loaded or yet to come, without effect until it is armed. */
    void weave(Weaving weaving);

    /** Arms a woven fault. */
    void arm(String faultId);

    /** Lifts it: from now on it matches nothing; what it withheld stays withheld. */
    void lift(String faultId);

    /** Gives back what it withheld; returns how many could not be. */
    long compensate(String faultId);

    /** Lifts, compensates and takes the weaving out again. */
    void unweave(String faultId);

    /** Returns what a woven fault has done so far. */
    Snapshot.FaultCount count(String faultId);

    /** Plants a leak of so many objects, one parked thread and one held connection, in the place of one planted before. */
    Plant plant(int objects);

    /** Returns how many objects are planted at the least: more where something else of their kind may end meanwhile and hide one. */
    default int leastPlanted() {
        return 1;
    }

    /** Takes away what was planted. */
    void uproot();

    /**
     * Returns what a sample should show of a plant and does not, one sentence for each probe that is blind.
     *
     * @param objects that were planted
     * @param before a sample without it
     * @param with one while it stands
     */
    default List<String> blindTo(Plant plant, int objects, Sample before, Sample with) {
        return PlantInJvm.blind(plant, objects, before, with);
    }

    /** Returns the probes of what it reads beside what every JVM has. */
    default List<Probe> probes() {
        return List.of();
    }

    /** Tells whether it reads the heap after a collection; a verdict says nothing of a heap that nobody has read. */
    default boolean readsTheHeap() {
        return true;
    }

    /** Tells whether it can {@link #dump}: where it cannot, what grew is explained by where it was allocated, and not by who holds it. */
    default boolean hasDumps() {
        return true;
    }

    /**
     * Dumps the live heap of the subject, after a collection, into a file on this side, compressed by gzip.
     *
     * @param file is written over
     * @param mostBytes that the file may have; a larger dump is cut off, taken away again, and an error
     */
    void dump(Path file, long mostBytes);

    /** Looks out, from now on, for what comes and goes; in the place of what was looked out for before. */
    void witness(List<Witness> witnesses);

    /** Returns who brought forth what has stayed so far, what stayed most first, by the id of the witness. */
    Map<String, List<Origin>> origins();

    /** Returns the live platform threads with their whole stacks, and those that started them where a witness has seen it. */
    List<ThreadStack> threads();

    /** Returns the virtual threads that the JVM tells of: none before Java 21. */
    List<ThreadStack> virtualThreads();

    /** Ends looking out, and takes its weaving out again. */
    void dismissWitnesses();

    /** What was planted: objects of a class, a thread of a name, a connection to a local port. */
    record Plant(String className, String thread, int port) {}

    @Override
    void close();
}
