package io.scupper.ext.redis;

import io.scupper.model.ByteSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a client of the fault's own makes Redis hold for it. */
interface Holding {

    /** Returns the fault's id. */
    String faultId();

    /** Returns what no other fault in the same experiment is called: its clients and keys go by it. */
    String name();

    /** Returns this under another name. */
    Holding named(String other);

    /** Puts into Redis what it needs there, before the first client comes. */
    void prepare(RedisConnection redis);

    /** Sends what makes Redis hold something; nothing is read afterwards. */
    void send(OutputStream out) throws IOException;

    /** Takes out of Redis what {@link #prepare} put there. */
    void cleanUp(RedisConnection redis);

    /** Returns how many bytes Redis holds for the client. */
    long heldFor(RedisClient client);

    /** Returns what that is, in words. */
    String inWords();

    /**
     * Answers that nobody reads: Redis holds them as output.
     *
     * @param commands from 1
     * @param valueBytes of each answer, from 1
     */
    record UnreadAnswers(String name, int commands, int valueBytes) implements Holding {

        /** Makes one by the usual name. */
        UnreadAnswers(int commands, int valueBytes) {
            this(UnreadPipelineType.ID, commands, valueBytes);
        }

        @Override
        public String faultId() {
            return UnreadPipelineType.ID;
        }

        @Override
        public Holding named(String other) {
            return new UnreadAnswers(other, commands, valueBytes);
        }

        @Override
        public void prepare(RedisConnection redis) {
            redis.ask("SET", key(), "x".repeat(valueBytes));
        }

        @Override
        public void send(OutputStream out) throws IOException {
            byte[] get = "*2\r\n$3\r\nGET\r\n$%d\r\n%s\r\n"
                    .formatted(key().length(), key())
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < commands; i++) {
                out.write(get);
            }
        }

        @Override
        public void cleanUp(RedisConnection redis) {
            redis.ask("DEL", key());
        }

        /** Its own, or the first of two to be lifted would take the other's away. */
        private String key() {
            return RedisConnection.OWN_PREFIX + name;
        }

        @Override
        public long heldFor(RedisClient client) {
            return client.omem();
        }

        @Override
        public String inWords() {
            return "answers that nobody reads (omem)";
        }
    }

    /**
     * A command whose end never comes: Redis holds what it has of it as input.
     *
     * @param bytes of it that are sent, from 1; as many again are announced
     */
    record HalfACommand(String name, long bytes) implements Holding {

        private static final int BLOCK = 64 << 10;

        /** Makes one by the usual name. */
        HalfACommand(long bytes) {
            this(HalfSentCommandType.ID, bytes);
        }

        @Override
        public String faultId() {
            return HalfSentCommandType.ID;
        }

        @Override
        public Holding named(String other) {
            return new HalfACommand(other, bytes);
        }

        @Override
        public void prepare(RedisConnection redis) {}

        @Override
        public void send(OutputStream out) throws IOException {
            String begin = "*3\r\n$3\r\nSET\r\n$12\r\nscupper:half\r\n$" + 2 * bytes + "\r\n";
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            var block = new byte[BLOCK];
            Arrays.fill(block, (byte) 'x');
            for (long left = bytes; left > 0; left -= BLOCK) {
                out.write(block, 0, (int) Math.min(left, BLOCK));
            }
        }

        @Override
        public void cleanUp(RedisConnection redis) {}

        @Override
        public long heldFor(RedisClient client) {
            return client.qbuf();
        }

        @Override
        public String inWords() {
            return "half a command of " + ByteSize.format(2 * bytes) + " (qbuf)";
        }
    }
}
