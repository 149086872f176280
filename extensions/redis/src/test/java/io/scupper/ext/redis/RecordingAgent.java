package io.scupper.ext.redis;

import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import io.scupper.model.Origin;
import io.scupper.model.PoolWatch;
import io.scupper.model.Snapshot;
import io.scupper.model.ThreadStack;
import io.scupper.model.Witness;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Weaving;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Notes what it is asked to do and has done nothing. */
final class RecordingAgent implements AgentLink {

    final List<String> calls = new ArrayList<>();
    final List<Weaving> weavings = new ArrayList<>();
    Snapshot.FaultCount count = Snapshot.FaultCount.NONE;

    @Override
    public Snapshot peek() {
        throw mustNotBeAsked();
    }

    @Override
    public Snapshot collect() {
        throw mustNotBeAsked();
    }

    @Override
    public void watch(List<PoolWatch> watches) {
        throw mustNotBeAsked();
    }

    @Override
    public List<LoadedLibrary> libraries(Map<Library, List<JoinPoint>> asked) {
        throw mustNotBeAsked();
    }

    @Override
    public void weave(Weaving weaving) {
        weavings.add(weaving);
        calls.add("weave " + weaving.faultId());
    }

    @Override
    public void arm(String faultId) {
        calls.add("arm " + faultId);
    }

    @Override
    public void lift(String faultId) {
        calls.add("lift " + faultId);
    }

    @Override
    public long compensate(String faultId) {
        calls.add("compensate " + faultId);
        return 0;
    }

    @Override
    public void unweave(String faultId) {
        calls.add("unweave " + faultId);
    }

    @Override
    public Snapshot.FaultCount count(String faultId) {
        return count;
    }

    @Override
    public void watchThreadLocals(List<String> classNames) {
        throw mustNotBeAsked();
    }

    @Override
    public Plant plant(int objects) {
        throw mustNotBeAsked();
    }

    @Override
    public void uproot() {
        throw mustNotBeAsked();
    }

    @Override
    public void dump(Path file, long mostBytes) {
        throw mustNotBeAsked();
    }

    @Override
    public void witness(List<Witness> witnesses) {
        throw mustNotBeAsked();
    }

    @Override
    public Map<String, List<Origin>> origins() {
        throw mustNotBeAsked();
    }

    @Override
    public List<ThreadStack> threads() {
        throw mustNotBeAsked();
    }

    @Override
    public List<ThreadStack> virtualThreads() {
        throw mustNotBeAsked();
    }

    @Override
    public void dismissWitnesses() {
        throw mustNotBeAsked();
    }

    @Override
    public void close() {}

    /** A fault that reads the subject, or plants in it, would disturb what is measured. */
    private static UnsupportedOperationException mustNotBeAsked() {
        return new UnsupportedOperationException("A fault does not ask the agent for this.");
    }
}
