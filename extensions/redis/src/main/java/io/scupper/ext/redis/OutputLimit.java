package io.scupper.ext.redis;

import io.scupper.model.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much may wait to be sent to a client before Redis cuts it off: one class of clients in {@code client-output-buffer-limit}.
 *
 * @param type {@code normal}, {@code replica} or {@code pubsub}
 * @param hardBytes at once; 0 for no limit
 * @param softBytes for {@code seconds} on end; 0 for no limit
 */
record OutputLimit(String type, long hardBytes, long softBytes, long seconds) {

    private static final String SETTING = "client-output-buffer-limit";
    private static final String CUT_OFF = "client_output_buffer_limit_disconnections";
    private static final int WORDS = 4;

    /** Asks a Redis for the limit of those that subscribe, or of those that do not; unlimited if it does not know of any. */
    static OutputLimit of(RedisConnection connection, boolean isSubscriber) {
        String type = isSubscriber ? "pubsub" : "normal";
        return parse(connection.setting(SETTING)).stream()
                .filter(limit -> limit.type.equals(type))
                .findFirst()
                .orElse(new OutputLimit(type, 0, 0, 0));
    }

    /** Returns how many clients a Redis has cut off at their limit since it started; empty before 7.2, which do not count them. */
    static OptionalLong cutOff(RedisConnection connection) {
        String count = connection.info("stats").get(CUT_OFF);
        return count == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(count.strip()));
    }

    /** Reads the setting: {@code normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60}. */
    static List<OutputLimit> parse(String setting) {
        String[] words = setting.strip().split("\\s+");
        var limits = new ArrayList<OutputLimit>();
        for (int i = 0; i + WORDS <= words.length; i += WORDS) {
            limits.add(new OutputLimit(
                    words[i],
                    Long.parseLong(words[i + 1]),
                    Long.parseLong(words[i + 2]),
                    Long.parseLong(words[i + WORDS - 1])));
        }
        return limits;
    }

    /** Returns it in words: {@code 32 MiB hard, 8 MiB for 60 s (client-output-buffer-limit pubsub)}. */
    String words() {
        var words = new ArrayList<String>();
        if (hardBytes > 0) {
            words.add(ByteSize.format(hardBytes) + " hard");
        }
        if (softBytes > 0) {
            words.add("%s for %d s".formatted(ByteSize.format(softBytes), seconds));
        }
        return "%s (%s %s)".formatted(words.isEmpty() ? "none" : String.join(", ", words), SETTING, type);
    }
}
