package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.scupper.model.Snapshot.SocketState;
import io.scupper.spi.ProcessView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesTests {

    private static final int CONNECTIONS = 7;

    @Test
    @EnabledOnOs(LINUX)
    void showsExactlyTheConnectionsThatAreOpenedAndTheirDescriptors() throws IOException {
        ProcessView process = ProcessFiles.of(ProcessHandle.current().pid());
        List<Socket> opened = new ArrayList<>();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long before = process.descriptors().getOrDefault("socket", 0L);
            for (int i = 0; i < CONNECTIONS; i++) {
                opened.add(new Socket(server.getInetAddress(), server.getLocalPort()));
            }

            assertThat(process.isReadable()).isTrue();
            assertThat(process.descriptors()).containsEntry("socket", before + CONNECTIONS);
            assertThat(process.sockets())
                    .filteredOn(socket -> socket.remotePort() == server.getLocalPort())
                    .hasSize(CONNECTIONS)
                    .extracting(SocketState::state)
                    .containsOnly("ESTABLISHED");
            assertThat(process.sockets())
                    .filteredOn(socket -> socket.localPort() == server.getLocalPort()
                            && socket.state().equals("LISTEN"))
                    .hasSize(1);
            assertThat(process.residentBytes()).isGreaterThan(10L << 20);
        } finally {
            for (Socket socket : opened) {
                socket.close();
            }
        }
    }

    @Test
    void aProcessThatIsNotThereIsNotReadable(@TempDir Path folder) {
        ProcessView process = ProcessFiles.in(folder.resolve("4711"));

        assertThat(process.isReadable()).isFalse();
        assertThat(process.residentBytes()).isNegative();
    }
}
