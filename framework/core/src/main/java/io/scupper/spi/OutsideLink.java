package io.scupper.spi;

import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import io.scupper.model.Origin;
import io.scupper.model.PoolWatch;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.model.ThreadStack;
import io.scupper.model.Witness;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What stands for the agent where a subject takes none, such as a Go service: it reads the subject from outside. Whatever needs
 * code inside the subject is refused in a sentence, and what only makes a JVM's reading richer does nothing. To make a new one is
 * to say how it reads, what it plants and what of that must be seen.
 */
public abstract class OutsideLink implements AgentLink {

    private static final int LEAST_PLANTED = 10;

    private final String description;

    /**
     * Makes one.
     *
     * @param description by what it reads the subject, for messages: {@code pprof}
     */
    protected OutsideLink(String description) {
        this.description = description;
    }

    /** A connection of the faults' that ends meanwhile hides one that was planted. */
    @Override
    public int leastPlanted() {
        return LEAST_PLANTED;
    }

    @Override
    public boolean hasDumps() {
        return false;
    }

    /** The pools of a JVM's libraries are not there. */
    @Override
    public void watch(List<PoolWatch> watches) {}

    @Override
    public void watchThreadLocals(List<String> classNames) {
        if (!classNames.isEmpty()) {
            throw refused("It has no thread locals of " + String.join(", ", classNames));
        }
    }

    @Override
    public List<LoadedLibrary> libraries(Map<Library, List<JoinPoint>> asked) {
        throw refused("Which libraries it has loaded cannot be told, and no fault be woven into them");
    }

    @Override
    public void weave(Weaving weaving) {
        throw refused("Fault '%s' cannot be woven into it".formatted(weaving.faultId()));
    }

    @Override
    public void arm(String faultId) {
        throw refused("Fault '%s' cannot be armed in it".formatted(faultId));
    }

    /** Nothing was woven. */
    @Override
    public void lift(String faultId) {}

    /** Nothing was withheld. */
    @Override
    public long compensate(String faultId) {
        return 0;
    }

    /** Nothing was woven. */
    @Override
    public void unweave(String faultId) {}

    @Override
    public Snapshot.FaultCount count(String faultId) {
        return Snapshot.FaultCount.NONE;
    }

    @Override
    public void dump(Path file, long mostBytes) {
        throw refused("It has no heap dump");
    }

    /** Looks out for nothing. */
    @Override
    public void witness(List<Witness> witnesses) {}

    /** Has seen nothing. */
    @Override
    public Map<String, List<Origin>> origins() {
        return Map.of();
    }

    @Override
    public List<ThreadStack> threads() {
        return List.of();
    }

    @Override
    public List<ThreadStack> virtualThreads() {
        return List.of();
    }

    @Override
    public void dismissWitnesses() {}

    private ScupperException refused(String what) {
        return new ScupperException(
                ("%s: this subject has no agent and is read by %s. Faults from outside work on it: traffic, the wire, and those"
                                + " of dependencies.")
                        .formatted(what, description));
    }
}
