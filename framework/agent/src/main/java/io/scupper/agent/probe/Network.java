package io.scupper.agent.probe;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads this process's TCP sockets and its open descriptors from {@code /proc}, without the agent's own; nothing where there
 * is no {@code /proc}. The kernel lists all sockets of the network namespace, so only those count that are among this
 * process's descriptors.
 */
final class Network {

    private static final String SOCKET = "socket:[";

    private final int agentPort;
    private final Path process;
    private final SocketTable table = new SocketTable();

    Network(int agentPort) {
        this(agentPort, Path.of("/proc/self"));
    }

    Network(int agentPort, Path process) {
        this.agentPort = agentPort;
        this.process = process;
    }

    /**
     * Adds the lines of sockets and descriptors.
     *
     * @param withTargets whether to add one for each group of files that is open as well
     */
    void addTo(List<Line> lines, boolean withTargets) {
        var inodes = new ArrayList<Long>();
        Map<String, Long> kinds = new TreeMap<>();
        Map<String, Long> files = new TreeMap<>();
        for (String target : descriptors()) {
            if (target.startsWith(SOCKET)) {
                inodes.add(Long.parseLong(target.substring(SOCKET.length(), target.length() - 1)));
            }
            kinds.merge(kind(target), 1L, Long::sum);
            if (withTargets && kind(target).equals("file")) {
                files.merge(group(target), 1L, Long::sum);
            }
        }
        long own =
                addSockets(inodes.stream().mapToLong(Long::longValue).sorted().toArray(), lines);
        kinds.computeIfPresent("socket", (kind, count) -> count - own);
        kinds.forEach((kind, count) -> lines.add(Line.of(Verbs.DESCRIPTOR, kind, count)));
        files.forEach((group, count) -> lines.add(Line.of(Verbs.TARGET, group, count)));
    }

    /** Returns the folder and what the name ends in, with {@code *} for the digits: {@code /tmp/upload*&#47;*.part}. */
    private static String group(String path) {
        int slash = path.lastIndexOf('/');
        int dot = path.indexOf('.', slash + 1);
        var group = new StringBuilder();
        for (int i = 0; i <= slash; i++) {
            char at = path.charAt(i);
            boolean isDigit = Character.isDigit(at);
            if (!isDigit || group.charAt(group.length() - 1) != '*') {
                group.append(isDigit ? '*' : at);
            }
        }
        return group.append('*').append(dot < 0 ? "" : path.substring(dot)).toString();
    }

    /** Returns how many sockets are the agent's own. */
    private long addSockets(long[] inodes, List<Line> lines) {
        long own = 0;
        for (String name : List.of("net/tcp", "net/tcp6")) {
            for (String row : table.rows(process.resolve(name), inodes)) {
                var socket = TcpSocket.parse(row);
                if (socket.isOf(agentPort)) {
                    own++;
                } else {
                    lines.add(socket.line());
                }
            }
        }
        return own;
    }

    /** Returns what the descriptors point to, without the one that this very look needs. */
    private List<String> descriptors() {
        var targets = new ArrayList<String>();
        Path folder = process.resolve("fd");
        try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
            for (Path link : links) {
                String target = target(link);
                if (!target.isEmpty() && !(target.startsWith("/proc/") && target.endsWith("/fd"))) {
                    targets.add(target);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return targets;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // Closed between the listing and now.
            return "";
        }
    }

    private static String kind(String target) {
        if (target.startsWith(SOCKET)) {
            return "socket";
        }
        if (target.startsWith("pipe:[")) {
            return "pipe";
        }
        return target.startsWith("/") ? "file" : "other";
    }
}
