package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes what runs for a subject, to tell afterwards whether any of it is left. */
final class Leftovers {

    private final Set<Long> processes;
    private final Set<String> threads = ownThreads();

    private Leftovers(Set<Long> processes) {
        this.processes = processes;
    }

    /** Notes what runs before a subject is started. */
    static Leftovers before() {
        return new Leftovers(children().map(ProcessHandle::pid).collect(Collectors.toSet()));
    }

    /** Returns the folders that running children were started with. */
    List<Path> folders() {
        return folders(children());
    }

    /** Returns the folders that these processes were started with. */
    static List<Path> folders(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(child -> Arrays.stream(child.info().arguments().orElse(new String[0])))
                .filter(argument -> argument.startsWith("@"))
                .map(argument -> Path.of(argument.substring(1)).getParent())
                .toList();
    }

    /** Makes sure that no process, thread or folder is there beyond what was noted. */
    void assertNone(List<Path> folders) {
        assertThat(children().map(ProcessHandle::pid)).isSubsetOf(processes);
        assertThat(ownThreads()).isSubsetOf(threads);
        assertThat(folders)
                .allSatisfy(folder -> assertThat(Files.exists(folder)).isFalse());
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
    }

    /** The agent's own thread in this JVM stays for good: it cannot be taken out of it. */
    private static Set<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("scupper-") && !name.startsWith("scupper-agent"))
                .collect(Collectors.toSet());
    }
}
