package io.scupper.ext.redis;

import io.scupper.control.Activation;
import io.scupper.model.Effect;
import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.Weaving;
import io.scupper.spi.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
        RedisServer server = named().find(subject).orElseThrow(() -> named().missing(subject, "set where=LISTENER"));
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
        Optional<RedisServer> server = named().find(subject);
        if (server.isEmpty() && publishing.bytes() > 0) {
            throw named().missing(subject, "leave 'publish' out");
        }
        var publisher = new Publisher(publishing, server, Activation.ALWAYS);
        var weaving = new Weaving(name, ListenerPoints.ALL, Effect.delay(delayMillis), activation, maxHeld);
        return SlowListener.weave(subject.agent(), weaving, publisher, new OutputBufferWatch(server, () -> 0));
    }

    private RedisOf named() {
        return new RedisOf(id(), redis);
    }

    /**
     * What the fault publishes by itself.
     *
     * @param bytes in each operation, from 0
     * @param messageBytes in each message, from 1
     */
    record Publishing(String channel, long bytes, int messageBytes) {}
}
