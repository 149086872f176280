package io.scupper.runtime;

import io.scupper.model.Snapshot.SocketState;
import io.scupper.spi.ProcessView;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Reads another process of this machine from its folder of {@code /proc}: its TCP sockets, its open descriptors and what it has
 * resident. The kernel lists all sockets of a network namespace, so only those count that are among the process's descriptors.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ProcessFiles implements ProcessView {

    private static final String SOCKET = "socket:[";
    private static final long KIBIBYTE = 1_024;

    private final Path folder;

    private ProcessFiles(Path folder) {
        this.folder = folder;
    }

    /** Returns the view of a process; {@link ProcessView#NONE} where its descriptors cannot be read. */
    public static ProcessView of(long pid) {
        return in(Path.of("/proc", Long.toString(pid)));
    }

    static ProcessView in(Path folder) {
        var files = new ProcessFiles(folder);
        return files.targets().isEmpty() ? NONE : files;
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public List<SocketState> sockets() {
        Set<String> inodes = new HashSet<>();
        for (String target : targets()) {
            if (target.startsWith(SOCKET)) {
                inodes.add(target.substring(SOCKET.length(), target.length() - 1));
            }
        }
        var sockets = new ArrayList<SocketState>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            lines(table).stream()
                    .skip(1)
                    .map(TcpRow::parse)
                    .filter(row -> inodes.contains(row.inode()))
                    .map(TcpRow::socket)
                    .forEach(sockets::add);
        }
        return sockets;
    }

    @Override
    public Map<String, Long> descriptors() {
        Map<String, Long> kinds = new TreeMap<>();
        targets().forEach(target -> kinds.merge(kind(target), 1L, Long::sum));
        return kinds;
    }

    @Override
    public long residentBytes() {
        return lines("status").stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KIBIBYTE)
                .findFirst()
                .orElse(-1L);
    }

    private List<String> targets() {
        var targets = new ArrayList<String>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(folder.resolve("fd"))) {
            for (Path link : links) {
                String target = target(link);
                if (!target.isEmpty()) {
                    targets.add(target);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return targets;
    }

    /** One that was closed meanwhile has none. */
    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String kind(String target) {
        if (target.startsWith("/")) {
            return "file";
        }
        String kind = target.replaceAll(":.*", "");
        return kind.equals("socket") || kind.equals("pipe") ? kind : "other";
    }

    /** A process that has ended has none; whoever asks finds out by other means. */
    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException e) {
            return List.of();
        }
    }
}
