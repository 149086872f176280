package io.scupper.fault;

import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import io.scupper.model.Origin;
import io.scupper.model.PoolWatch;
import io.scupper.model.Snapshot;
import io.scupper.model.ThreadStack;
import io.scupper.model.Witness;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.Weaving;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A subject that is an address and an agent that writes down what it is told. */
final class FakeSubject implements RunningSubject, AgentLink {

    final List<String> told = new ArrayList<>();
    final List<Weaving> woven = new ArrayList<>();
    final Map<Library, List<JoinPoint>> asked = new LinkedHashMap<>();
    final List<LoadedLibrary> loaded = new ArrayList<>();
    Snapshot.FaultCount count = Snapshot.FaultCount.NONE;
    long lost;
    private final Optional<URI> http;

    FakeSubject(Optional<URI> http) {
        this.http = http;
    }

    static FakeSubject withoutHttp() {
        return new FakeSubject(Optional.empty());
    }

    static FakeSubject at(int port) {
        return new FakeSubject(Optional.of(URI.create("http://127.0.0.1:" + port)));
    }

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.IN_PROCESS;
    }

    @Override
    public String description() {
        return "orders:1.4";
    }

    @Override
    public Optional<URI> http() {
        return http;
    }

    @Override
    public AgentLink agent() {
        return this;
    }

    @Override
    public List<Companion> companions() {
        return List.of();
    }

    @Override
    public void requireAlive() {}

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
        asked.forEach((library, points) -> this.asked.merge(library, points, (earlier, later) -> later));
        return loaded.stream().filter(each -> asked.containsKey(each.library())).toList();
    }

    @Override
    public void weave(Weaving weaving) {
        told.add("weave " + weaving.faultId());
        woven.add(weaving);
    }

    @Override
    public void arm(String faultId) {
        told.add("arm " + faultId);
    }

    @Override
    public void lift(String faultId) {
        told.add("lift " + faultId);
    }

    @Override
    public long compensate(String faultId) {
        told.add("compensate " + faultId);
        return lost;
    }

    @Override
    public void unweave(String faultId) {
        told.add("unweave " + faultId);
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
