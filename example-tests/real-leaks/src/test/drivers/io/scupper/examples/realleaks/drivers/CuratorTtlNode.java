package io.scupper.examples.realleaks.drivers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.nodes.PersistentTtlNode;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;

/** Keeps a node with a time to live while a job runs. */
public final class CuratorTtlNode {

    private static final long TIME_TO_LIVE_MILLIS = 60_000;

    private CuratorTtlNode() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("zookeeper.extendedTypesEnabled", "true");
        System.setProperty("zookeeper.forceSync", "no");
        var server = new TestingServer();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        var client = CuratorFrameworkFactory.newClient(server.getConnectString(), new RetryOneTime(100));
        client.start();
        Front.serve(() -> {
            try (var node = new PersistentTtlNode(client, "/jobs/billing", TIME_TO_LIVE_MILLIS, new byte[0])) {
                node.start();
                if (!node.waitForInitialCreate(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The node was not made.");
                }
            }
        });
    }

    /** Removes its files. */
    private static void close(TestingServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
