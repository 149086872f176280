package io.scupper.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import io.scupper.model.ThreadStack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads the virtual threads from the JVM's own dump of threads as JSON. That of Java 21 says neither which threads are virtual nor
 * what state they are in: their first and last frames tell.
 */
final class ThreadDump {

    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(1);
    private static final Duration PART_WITHIN = Duration.ofSeconds(30);

    /** Compressed: hundreds of thousands of threads. */
    private static final int MOST_BYTES = 32 << 20;

    private static final String VIRTUAL = "java.lang.VirtualThread.";

    /** The loader and the module that a frame begins with, as in {@code java.base/java.lang.Thread.run}. */
    private static final Pattern MODULE = Pattern.compile("^(?:[\\w.@+-]*/){1,2}");

    private ThreadDump() {}

    /**
     * Takes a dump and returns the virtual threads in it, none where the JVM has no such dumps.
     *
     * @throws ScupperException if the agent cannot take it, or it is no dump of threads
     */
    static List<ThreadStack> virtualThreads(AgentChannel channel) {
        long size = channel.ask(TAKEN_WITHIN, List.of(Line.of(Verbs.THREAD_DUMP)))
                .get(0)
                .number(0);
        if (size == 0) {
            return List.of();
        }
        try (InputStream dump = new GZIPInputStream(new ByteArrayInputStream(download(channel)))) {
            return virtualThreads(dump);
        } catch (IOException e) {
            throw new ScupperException("The JVM's dump of its threads could not be read: %s.".formatted(e), e);
        }
    }

    /** Reads them one by one: a dump may be many times as large as what is kept of it. */
    static List<ThreadStack> virtualThreads(InputStream json) throws IOException {
        var threads = new ArrayList<ThreadStack>();
        var mapper = new ObjectMapper();
        try (JsonParser parser = mapper.createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY && "threads".equals(parser.currentName())) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        ThreadStack thread = thread(mapper.readTree(parser));
                        if (thread.isVirtual()) {
                            threads.add(thread);
                        }
                    }
                }
            }
        }
        return threads;
    }

    private static ThreadStack thread(JsonNode node) {
        var frames = new ArrayList<String>();
        node.path("stack")
                .forEach(frame -> frames.add(MODULE.matcher(frame.asText()).replaceFirst("")));
        boolean isVirtual = node.path("virtual").asBoolean()
                || !frames.isEmpty() && frames.get(frames.size() - 1).startsWith(VIRTUAL);
        boolean isParked = frames.stream().limit(2).anyMatch(frame -> frame.startsWith(VIRTUAL + "park"));
        String state = isParked ? Thread.State.WAITING.name() : Thread.State.RUNNABLE.name();
        return new ThreadStack(
                node.path("tid").asLong(),
                node.path("name").asText(),
                isVirtual,
                node.path("state").asText(state),
                frames,
                List.of());
    }

    private static byte[] download(AgentChannel channel) {
        var all = new ByteArrayOutputStream();
        byte[] part = channel.askForBytes(PART_WITHIN, Line.of(Verbs.DUMP_PART));
        while (part.length > 0) {
            all.writeBytes(part);
            if (all.size() > MOST_BYTES) {
                channel.ask(PART_WITHIN, List.of(Line.of(Verbs.DUMP_END)));
                throw new ScupperException(
                        "The JVM's dump of its threads has more than %s compressed, and was not read."
                                .formatted(ByteSize.format(MOST_BYTES)));
            }
            part = channel.askForBytes(PART_WITHIN, Line.of(Verbs.DUMP_PART));
        }
        return all.toByteArray();
    }
}
