package io.scupper.ext.proxy;

import io.scupper.spi.WireProvider;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/**
 * The proxy as a process of its own: {@code ProxyMain <upstream host> <upstream port> [<listen port> <control port>]},
 * with port 0 for a free one. Listens on all interfaces and runs until it is killed. Needs nothing beyond the jars of this
 * module, {@code core} and {@code control}.
 */
public final class ProxyMain {

    private ProxyMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2 && arguments.length != 4) {
            System.err.println("Usage: ProxyMain <upstream host> <upstream port> [<listen port> <control port>]");
            System.exit(2);
        }
        int listenPort = arguments.length == 4 ? port(arguments[2]) : WireProvider.LISTEN_PORT;
        int controlPort = arguments.length == 4 ? port(arguments[3]) : WireProvider.CONTROL_PORT;
        var upstream = InetSocketAddress.createUnresolved(arguments[0], port(arguments[1]));
        try (var proxy = TcpProxy.start(new InetSocketAddress(listenPort), upstream);
                var control = ControlServer.start(new InetSocketAddress(controlPort), proxy)) {
            System.out.println("Scupper proxies port " + proxy.port() + " to " + arguments[0] + ":" + arguments[1]
                    + ", controlled on port " + control.port() + ".");
            new CountDownLatch(1).await();
        }
    }

    private static int port(String text) {
        return Integer.parseInt(text);
    }
}
