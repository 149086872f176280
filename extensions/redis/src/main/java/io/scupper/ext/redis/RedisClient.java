package io.scupper.ext.redis;

import java.util.HashMap;
import java.util.Map;

/**
 * A client as {@code CLIENT LIST} shows it, from Redis 6 on.
 *
 * @param id given by Redis, never twice
 * @param name that the client gave itself; otherwise that of its library, which Redis knows from 7.2 on; may be empty
 * @param subscriptions to channels, patterns and shard channels
 * @param omem bytes of the list of answers and messages that wait to be sent
 * @param oll length of that list
 * @param obl bytes in the fixed buffer before that list
 * @param qbuf bytes received that are not a whole command yet; not what Redis keeps free for more
 */
record RedisClient(long id, String name, long subscriptions, long omem, long oll, long obl, long qbuf) {

    /** Reads a line: words of the form {@code key=value}, parted by blanks; what an older server does not know is 0. */
    static RedisClient parse(String line) {
        var values = new HashMap<String, String>();
        for (String word : line.strip().split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        String name = values.getOrDefault("name", "");
        return new RedisClient(
                number(values, "id"),
                name.isEmpty() ? values.getOrDefault("lib-name", "") : name,
                number(values, "sub") + number(values, "psub") + number(values, "ssub"),
                number(values, "omem"),
                number(values, "oll"),
                number(values, "obl"),
                number(values, "qbuf"));
    }

    /** Returns its name with every run of digits as one {@code *}, so that numbered clients are one group. */
    String group() {
        return name.replaceAll("\\d+", "*");
    }

    private static long number(Map<String, String> values, String key) {
        return Long.parseLong(values.getOrDefault(key, "0"));
    }
}
