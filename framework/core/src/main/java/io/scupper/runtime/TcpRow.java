package io.scupper.runtime;

import io.scupper.model.Snapshot.SocketState;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** One row of the kernel's table of TCP sockets, with the number by which descriptors refer to it; see proc_net_tcp. */
record TcpRow(SocketState socket, String inode) {

    /** Numbered from 1, in the kernel's order (include/net/tcp_states.h). */
    private static final List<String> STATES = List.of(
            "UNKNOWN",
            "ESTABLISHED",
            "SYN_SENT",
            "SYN_RECV",
            "FIN_WAIT1",
            "FIN_WAIT2",
            "TIME_WAIT",
            "CLOSE",
            "CLOSE_WAIT",
            "LAST_ACK",
            "LISTEN",
            "CLOSING",
            "NEW_SYN_RECV");

    private static final int INODE = 9;

    static TcpRow parse(String row) {
        String[] words = row.strip().split("\\s+");
        int state = Integer.parseInt(words[3], 16);
        return new TcpRow(
                new SocketState(
                        STATES.get(state < STATES.size() ? state : 0),
                        address(words[1]),
                        port(words[1]),
                        address(words[2]),
                        port(words[2])),
                words[INODE]);
    }

    private static int port(String text) {
        return Integer.parseInt(text.substring(text.indexOf(':') + 1), 16);
    }

    /** The kernel prints words of four bytes in its own byte order. An IPv4 address mapped to IPv6 comes out as IPv4. */
    private static String address(String text) {
        int length = text.indexOf(':');
        var bytes = ByteBuffer.allocate(length / 2).order(ByteOrder.nativeOrder());
        for (int at = 0; at < length; at += 8) {
            bytes.putInt(Integer.parseUnsignedInt(text.substring(at, at + 8), 16));
        }
        try {
            return InetAddress.getByAddress(bytes.array()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Not an address in the kernel's table: " + text, e);
        }
    }
}
