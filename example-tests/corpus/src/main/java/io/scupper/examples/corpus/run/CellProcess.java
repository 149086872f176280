package io.scupper.examples.corpus.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.examples.corpus.cell.Cell;
import io.scupper.examples.corpus.cell.Jdk;
import io.scupper.examples.corpus.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A cell in a process of its own, on the JDK that it asks for: the subject of an experiment runs on the JDK of the
 * experiment, and nothing of one cell may be left for the next.
 */
public final class CellProcess {

    private static final int MINUTES = 10;
    private static final int LAST_LINES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Class<?> main;
    private final boolean contended;
    private final boolean dumps;

    /**
     * Makes processes that run a main class with the arguments {@code cell}, the cell as JSON, the file to put the result
     * in, and {@code --contended} and {@code --dumps} if that is what it is.
     */
    public CellProcess(Class<?> main, boolean contended, boolean dumps) {
        this.dumps = dumps;
        this.main = main;
        this.contended = contended;
    }

    /** Carries a cell out; a process that fails, or takes more than ten minutes, is a result too. */
    public Result run(Cell cell, Jdk jdk) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("scupper-cell");
        Path answer = folder.resolve("result.json");
        Path log = folder.resolve("log");
        try {
            Process process = new ProcessBuilder(command(cell, jdk, answer))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended;
            try {
                ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            } finally {
                // Its subject ends with it: the pipe that it reads closes.
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return Files.exists(answer)
                    ? JSON.readValue(answer.toFile(), Result.class)
                    : Result.failed(cell, failure(ended, log), contended);
        } finally {
            for (Path file : List.of(answer, log, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<String> command(Cell cell, Jdk jdk, Path answer) throws IOException {
        var command = new ArrayList<String>();
        command.add(jdk.java().toString());
        command.addAll(List.of(Peer.PATIENCE));
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of("cell", JSON.writeValueAsString(cell), answer.toString()));
        if (contended) {
            command.add("--contended");
        }
        if (dumps) {
            command.add("--dumps");
        }
        return command;
    }

    private static String failure(boolean ended, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        String last = String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return (ended ? "The process left no result: " : "No result within %d minutes: ".formatted(MINUTES)) + last;
    }
}
