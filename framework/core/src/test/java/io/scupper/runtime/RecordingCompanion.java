package io.scupper.runtime;

import io.scupper.spi.Companion;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.LocalServer;
import io.scupper.spi.Wire;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A companion that is nothing but a diary; the names {@code fails-to-start} and {@code fails-to-stop} do so. */
record RecordingCompanion(String name, boolean proxied, List<String> diary) implements Companion {

    @Override
    public int port() {
        return 80;
    }

    @Override
    public ContainerForm container() {
        throw new UnsupportedOperationException("Companions of these tests run as local servers.");
    }

    @Override
    public LocalServer startLocally() {
        if (name.equals("fails-to-start")) {
            throw new IllegalStateException(name);
        }
        diary.add("start " + name);
        return new LocalServer() {
            @Override
            public int port() {
                return 4711;
            }

            @Override
            public void close() {
                diary.add("stop " + name);
                if (name.equals("fails-to-stop")) {
                    throw new IllegalStateException(name);
                }
            }
        };
    }

    @Override
    public Map<String, String> settings(String host, int port) {
        return Map.of(name + ".address", host + ":" + port);
    }

    @Override
    public void started(InetSocketAddress direct, Optional<Wire> wire) {
        diary.add("started " + name + " " + direct.getPort());
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.empty();
    }

    @Override
    public void stopping() {
        diary.add("stopping " + name);
    }
}
