package io.scupper.agent.probe;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.StringTokenizer;

/** One row of the kernel's table of TCP sockets; see proc_net_tcp in the kernel's documentation. */
final class TcpSocket {

    /** Numbered from 1, in the kernel's order (include/net/tcp_states.h). */
    private static final String[] STATES = {
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
        "NEW_SYN_RECV"
    };

    private static final int WORDS = 4;

    private final String state;
    private final String local;
    private final int localPort;
    private final String remote;
    private final int remotePort;

    private TcpSocket(String[] words) {
        int number = Integer.parseInt(words[3], 16);
        state = STATES[number < STATES.length ? number : 0];
        local = address(words[1]);
        localPort = port(words[1]);
        remote = address(words[2]);
        remotePort = port(words[2]);
    }

    /** Reads a row. */
    static TcpSocket parse(String row) {
        // A tokenizer and no regular expression: what the compiler makes of the latter shows as growth of the heap.
        var tokens = new StringTokenizer(row);
        var words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = tokens.nextToken();
        }
        return new TcpSocket(words);
    }

    /** Tells whether this is the agent's own listener, its connection, or the runner's end of it in the same JVM. */
    boolean isOf(int agentPort) {
        return localPort == agentPort || (remotePort == agentPort && local.equals(remote));
    }

    Line line() {
        return Line.of(Verbs.SOCKET, state, local, localPort, remote, remotePort);
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
