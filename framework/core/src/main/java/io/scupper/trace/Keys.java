package io.scupper.trace;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Some keys of a map, as edges. They are the subject's own data: long ones are cut, and what would not be seen is made visible. */
final class Keys {

    private static final int MOST = 3;
    private static final int CHARACTERS = 24;

    private Keys() {}

    static String some(List<String> keys, long all) {
        String some = keys.stream()
                .limit(MOST)
                .map(key -> "[\"" + Names.cut(visible(key), CHARACTERS) + "\"]")
                .collect(Collectors.joining(", "));
        return all > Math.min(MOST, keys.size()) ? some + ", …" : some;
    }

    private static String visible(String key) {
        return key.codePoints()
                .mapToObj(c -> isHidden(c) ? String.format(Locale.ROOT, "<U+%04X>", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
