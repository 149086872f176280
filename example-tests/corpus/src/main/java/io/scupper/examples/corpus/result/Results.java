package io.scupper.examples.corpus.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The file of results. Each finished cell is one line that is appended at once, so that an interrupted run loses nothing
 * but the cells that were running. Safe for use by several threads.
 */
public final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private Results(Path file) {
        this.file = file;
    }

    /** Uses a file, which need not exist; its folder is made. */
    public static Results in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Results(file);
    }

    /** Adds a result. */
    public synchronized void append(Result result) {
        write(toJson(result) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Takes off a last line that a killed run has not ended, so that what is appended next begins a line of its own.
     *
     * @return the results that are there, in order; of several of one cell, under the same contention, the last
     */
    public synchronized Collection<Result> resume() {
        List<String> lines = lines();
        if (!lines.isEmpty() && !endsInNewline()) {
            write(
                    String.join(
                            "",
                            lines.subList(0, lines.size() - 1).stream()
                                    .map(line -> line + "\n")
                                    .toList()),
                    StandardOpenOption.TRUNCATE_EXISTING);
        }
        return read();
    }

    /** Returns all results, in order; of several of one cell, under the same contention, the last. */
    public synchronized Collection<Result> read() {
        Map<String, Result> read = new LinkedHashMap<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            try {
                Result result = JSON.readValue(lines.get(i), Result.class);
                read.put(result.key(), result);
            } catch (JsonProcessingException e) {
                boolean unended = i == lines.size() - 1 && !endsInNewline();
                if (!unended) {
                    throw new IllegalStateException("Line %d of %s is not a result.".formatted(i + 1, file), e);
                }
            }
        }
        return read.values();
    }

    /** Writes one result. */
    public static String toJson(Result result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result cannot be written.", e);
        }
    }

    private List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var reader = new BufferedReader(new InputStreamReader(opened(), StandardCharsets.UTF_8))) {
            return new ArrayList<>(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Results that are kept with the project are compressed. */
    private InputStream opened() throws IOException {
        InputStream in = Files.newInputStream(file);
        return isPacked() ? new GZIPInputStream(in) : in;
    }

    private boolean isPacked() {
        return file.toString().endsWith(".gz");
    }

    private boolean endsInNewline() {
        if (isPacked()) {
            return true;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text, StandardOpenOption... options) {
        try {
            var all = new ArrayList<>(List.of(options));
            all.add(StandardOpenOption.WRITE);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), all.toArray(StandardOpenOption[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
