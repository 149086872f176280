package io.scupper.ext.redis;

import io.scupper.ext.proxy.ProxyProvider;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Companion;
import io.scupper.spi.LocalServer;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.WireProvider.LocalWire;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A real Redis behind a real proxy, and a subject that has it as its companion: what a runtime sets up. */
final class RedisBehindProxy implements AutoCloseable {

    final RedisServer redis;
    final LocalServer process;
    final LocalWire wire;
    final RecordingAgent agent = new RecordingAgent();

    RedisBehindProxy(RedisServer redis) {
        this.redis = redis;
        process = redis.startLocally();
        var direct = new InetSocketAddress(InetAddress.getLoopbackAddress(), process.port());
        wire = new ProxyProvider().startLocally(direct);
        redis.started(direct, Optional.of(wire));
    }

    RedisBehindProxy() {
        this(RedisServer.create());
    }

    RunningSubject subject() {
        return subject(agent, redis);
    }

    static RunningSubject subject(AgentLink agent, Companion... companions) {
        return new Subject(agent, List.of(companions));
    }

    @Override
    public void close() {
        redis.stopping();
        wire.close();
        process.close();
    }

    private record Subject(AgentLink agent, List<Companion> companions) implements RunningSubject {

        @Override
        public RuntimeKind kind() {
            return RuntimeKind.FORKED;
        }

        @Override
        public String description() {
            return "orders.jar";
        }

        @Override
        public Optional<URI> http() {
            return Optional.empty();
        }

        @Override
        public void requireAlive() {}

        @Override
        public void close() {}
    }
}
