package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.standalone.WireMockServerRunner;
import java.io.IOException;
import java.nio.file.Path;
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
     * @param arguments the folder for the port, then the flags of WireMock
     */
    public static void main(String[] arguments) throws IOException {
        var folder = new StubServerFolder(Path.of(arguments[0]));
        var runner = new WireMockServerRunner();
        runner.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        folder.writePort(runner.port());
        // The other end of standard input is the tests' JVM: this ends when that is killed, too, and tidies up after
        // it.
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        try {
            folder.remove();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
