package io.scupper.spi;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;

/**
 * Finds a port for a server that is still to be started. It is free when it is found, and nothing keeps it until the server takes it.
 * It is therefore below those that systems give to connections of their own accord, from 32768 (Linux) or 49152 up: of these any
 * client on the machine may get it meanwhile.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FreePort {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_767;
    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /**
     * Returns one from 10000 to 32767 that nobody listens on.
     *
     * @throws ScupperException if two hundred, drawn by lot, are taken
     */
    public static int find() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ScupperException(
                "No free TCP port was found on this machine: %d from %d to %d, drawn by lot, are taken."
                        .formatted(ATTEMPTS, LOWEST, HIGHEST));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
