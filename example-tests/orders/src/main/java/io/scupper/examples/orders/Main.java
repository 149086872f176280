package io.scupper.examples.orders;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the service until its thread is interrupted or the process ends. It may be run several times in one JVM, also at
 * once in class loaders of their own.
 */
public final class Main {

    private Main() {}

    /**
     * Starts the service, says on which port it is ready, and blocks. An interrupt closes all that was opened and
     * returns.
     *
     * @param args none: see {@link Settings}
     * @throws IOException when the port is taken
     */
    public static void main(String[] args) throws IOException {
        try (OrdersService service = OrdersService.start(Settings.read())) {
            System.out.println("orders (" + Variant.NAME + ") ready on port " + service.port());
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            // The way to stop it: the service has been closed by now.
        }
    }
}
