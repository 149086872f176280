package io.scupper.ext.redis;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.Weaving;
import io.scupper.spi.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A slow consumer as a value.
 *
 * @param slowness of the wire to the subject
 * @param delayMillis of each message in the listener
 * @param redis name of the companion; empty if it has but one
 * @param times as written: 0 for no limit
 */
record SlowConsumer(
        Map<String, String> parameters,
        Recovery recovery,
        SlowRedisConsumerType.Where where,
        Slowness slowness,
        long delayMillis,
        Publishing publishing,
        String redis,
        Activation activation,
        long times,
        int maxHeld)
        implements Fault {

    @Override
    public String id() {
        return SlowRedisConsumerType.ID;
    }

    /** On the wire, {@code times} counts operations; in the listener it counts messages and says nothing of these. */
    @Override
    public OptionalInt totalOperations() {
        boolean counts = where == SlowRedisConsumerType.Where.WIRE && publishing.bytes() > 0 && times > 0;
        return counts ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, times)) : OptionalInt.empty();
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        return prepare(subject, id());
    }

    @Override
    public PreparedFault prepare(RunningSubject subject, String name) {
        return where == SlowRedisConsumerType.Where.WIRE ? prepareWire(subject) : prepareListener(subject, name);
    }

    private PreparedFault prepareWire(RunningSubject subject) {
        RedisServer server = server(subject).orElseThrow(() -> noServer(subject, "set where=LISTENER"));
        Wire wire = server.wire()
                .orElseThrow(() -> new ScupperException(
                        "Fault '%s' disturbs the wire to Redis '%s', but there is no proxy on it. Add the module scupper-proxy to the test's class path."
                                .formatted(id(), server.name())));
        var publisher = new Publisher(publishing, Optional.of(server), activation);
        return new SlowWire(
                wire,
                slowness,
                publisher,
                new OutputBufferWatch(Optional.of(server), () -> wire.traffic().toServer()));
    }

    private PreparedFault prepareListener(RunningSubject subject, String name) {
        Optional<RedisServer> server = server(subject);
        if (server.isEmpty() && publishing.bytes() > 0) {
            throw noServer(subject, "leave 'publish' out");
        }
        var publisher = new Publisher(publishing, server, Activation.ALWAYS);
        var weaving = new Weaving(name, ListenerPoints.ALL, Effect.delay(delayMillis), activation, maxHeld);
        return SlowListener.weave(subject.agent(), weaving, publisher, new OutputBufferWatch(server, () -> 0));
    }

    private Optional<RedisServer> server(RunningSubject subject) {
        List<RedisServer> servers = subject.companions().stream()
                .filter(RedisServer.class::isInstance)
                .map(RedisServer.class::cast)
                .toList();
        if (redis.isBlank() && servers.size() < 2) {
            return servers.stream().findFirst();
        }
        return Optional.of(servers.stream()
                .filter(server -> server.name().equals(redis))
                .findFirst()
                .orElseThrow(() -> new ScupperException(
                        "Parameter 'redis' of fault '%s' is '%s'. Allowed is the name of a Redis of the subject: %s."
                                .formatted(id(), redis, names(servers)))));
    }

    private ScupperException noServer(RunningSubject subject, String otherwise) {
        return new ScupperException(
                "Fault '%s' needs a Redis that the test starts, and %s has none among its companions. Hold one in a static field, 'RedisServer redis = RedisServer.create()', and give it to the system under test as a companion; or %s."
                        .formatted(id(), subject.description(), otherwise));
    }

    private static String names(List<? extends Companion> servers) {
        return servers.isEmpty()
                ? "it has none"
                : servers.stream().map(Companion::name).sorted().collect(Collectors.joining("', '", "'", "'"));
    }

    /**
     * What the fault publishes by itself.
     *
     * @param bytes in each operation, from 0
     * @param messageBytes in each message, from 1
     */
    record Publishing(String channel, long bytes, int messageBytes) {}
}
