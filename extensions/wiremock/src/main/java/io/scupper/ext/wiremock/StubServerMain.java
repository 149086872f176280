package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.standalone.WireMockServerRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * The main class of a stub server that runs as a process: WireMock's own, which tells its port, so that nobody else can
 * take it in between, and which ends with the process that started it.
 */
final class StubServerMain {

    private StubServerMain() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments the file to write the port into, then the flags of WireMock
     */
    public static void main(String[] arguments) throws IOException {
        var runner = new WireMockServerRunner();
        runner.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        tell(Path.of(arguments[0]), runner.port());
        // The other end of standard input is the tests' JVM: it ends when that is killed, too.
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void tell(Path portFile, int port) throws IOException {
        Path draft = portFile.resolveSibling(portFile.getFileName() + ".draft");
        Files.writeString(draft, Integer.toString(port));
        Files.move(draft, portFile, StandardCopyOption.ATOMIC_MOVE);
    }
}
