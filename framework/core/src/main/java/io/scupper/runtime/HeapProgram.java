package io.scupper.runtime;

import io.scupper.model.ByteSize;
import io.scupper.model.HeapFootprint;
import io.scupper.model.HeapGrowth;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.HeapAnalyst;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * Analyses heap dumps in a process of its own, with a bound on its memory and its time; nothing of it is left when it is done.
 * May be used by several threads, each of which starts a process.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HeapProgram implements HeapAnalyst {

    /** The memory that an analysis may take, as a size. */
    public static final String MEMORY = "scupper.heap.memory";

    /** How long an analysis may take, as a duration. */
    public static final String WITHIN = "scupper.heap.within";

    private static final String DEFAULT_MEMORY = "1GiB";
    private static final String DEFAULT_WITHIN = "120s";

    /** What the program needs for itself. */
    private static final ByteSize LEAST_MEMORY = new ByteSize(32 << 20);

    /** Subjects like any other, though their names begin as Scupper's do. */
    private static final String EXAMPLES = "io.scupper.example";

    private static final String JAR = "/META-INF/scupper/heap.jar";

    /** Variables by which every JVM takes options: those of the test are none of the program's, least of all its memory. */
    private static final List<String> JVM_VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final ByteSize memory;
    private final Duration within;

    private HeapProgram(ByteSize memory, Duration within) {
        this.memory = memory;
        this.within = within;
    }

    /**
     * Makes one that keeps to the system properties {@value #MEMORY} and {@value #WITHIN}; without them to 1 GiB and 120 s.
     *
     * @throws ScupperException if one of them is not a size or a duration, or too small
     */
    public static HeapProgram configured() {
        ByteSize memory = ByteSize.parse(MEMORY, System.getProperty(MEMORY, DEFAULT_MEMORY));
        if (memory.bytes() < LEAST_MEMORY.bytes()) {
            throw new ScupperException("%s is '%s', allowed is %s or more, for example '%s'."
                    .formatted(MEMORY, System.getProperty(MEMORY), LEAST_MEMORY, DEFAULT_MEMORY));
        }
        Duration within = TimeSpan.parse(WITHIN, System.getProperty(WITHIN, DEFAULT_WITHIN));
        if (within.isZero()) {
            throw new ScupperException("%s is '%s', allowed is more than 0, for example '%s'."
                    .formatted(WITHIN, System.getProperty(WITHIN), DEFAULT_WITHIN));
        }
        return new HeapProgram(memory, within);
    }

    @Override
    public List<HeapGrowth> compare(Path before, Path after, Map<String, Long> grown) {
        if (grown.isEmpty()) {
            return List.of();
        }
        List<String> classNames = List.copyOf(grown.keySet());
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            var command = new ArrayList<>(java(folder.path(), extracted(folder.path())));
            command.addAll(List.of("paths", "--before", before.toString(), "--after", after.toString()));
            // Not known here, and of no effect but to be printed.
            command.addAll(List.of("--operations", "1"));
            command.addAll(List.of("--application", EXAMPLES));
            classNames.forEach(each -> command.addAll(List.of("--grown", each + "=" + grown.get(each))));
            return HeapAnswer.parse(answer(folder.path(), command), classNames);
        }
    }

    @Override
    public HeapFootprint footprint(Path dump, String className) {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            var command = new ArrayList<>(java(folder.path(), extracted(folder.path())));
            command.addAll(List.of("footprint", "--dump", dump.toString(), "--class", className));
            command.addAll(List.of("--application", EXAMPLES));
            return HeapAnswer.footprint(answer(folder.path(), command));
        }
    }

    private List<String> java(Path folder, Path jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Math.max(1, memory.bytes() >> 10) + "k",
                "-XX:+UseSerialGC",
                // It unpacks the dumps there; so they are gone with the folder even if it is killed.
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                jar.toString());
    }

    private static Path extracted(Path folder) {
        Path jar = folder.resolve("scupper-heap.jar");
        try (InputStream carried = HeapProgram.class.getResourceAsStream(JAR)) {
            if (carried == null) {
                throw new ScupperException(
                        "The heap analyser, " + JAR + ", is not in the jar of scupper-core; Maven puts"
                                + " it there in the phase prepare-package: run 'mvn verify' and not 'mvn test'.");
            }
            Files.copy(carried, jar);
            return jar;
        } catch (IOException e) {
            throw new ScupperException("The heap analyser could not be unpacked to '%s'.".formatted(jar), e);
        }
    }

    /** Runs the command to its end and returns the lines that it printed. */
    private List<String> answer(Path folder, List<String> command) {
        Path printed = folder.resolve("answer.txt");
        var builder = new ProcessBuilder(command).redirectOutput(printed.toFile());
        JVM_VARIABLES.forEach(builder.environment()::remove);
        try (ChildProcess process = ChildProcess.start("The heap analyser", builder)) {
            OptionalInt code = process.awaitEnd(within);
            if (code.isEmpty()) {
                throw tooSlow();
            }
            if (code.getAsInt() != 0) {
                throw failure(code.getAsInt(), process.lastLines());
            }
            return Files.readAllLines(printed, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ScupperException("The answer of the heap analyser, '%s', cannot be read.".formatted(printed), e);
        }
    }

    private ScupperException tooSlow() {
        return new ScupperException(
                "The heap analyser did not come to its end within %s and was ended. Give it more time with -D%s=%ds, or the subject a smaller heap."
                        .formatted(TimeSpan.format(within), WITHIN, 2 * Math.max(1, within.toSeconds())));
    }

    /** Says what an exit code of the program means, or one that the system gave it. */
    private ScupperException failure(int code, String lastLines) {
        return new ScupperException(
                switch (code) {
                    case 3 ->
                        "The heap dumps cannot be read. Are they whole, and is there room to unpack both in java.io.tmpdir?"
                                + lastLines;
                    case 4 ->
                        "The heap analyser ran out of memory: %s did not suffice. Give it more with -D%s=%dMiB, about 80 bytes for each object in a dump, or the subject a smaller heap."
                                .formatted(memory, MEMORY, memory.bytes() >> 19);
                    case 137, 143 ->
                        "The heap analyser was killed (exit code %d), as a machine does whose memory is all taken. Give it less than %s with -D%s, or the machine more."
                                .formatted(code, memory, MEMORY);
                    default ->
                        "The heap analyser failed with exit code %d, which is a defect of it, or of the JVM that it runs in.%s"
                                .formatted(code, lastLines);
                });
    }
}
