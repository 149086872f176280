package io.scupper.model;

import java.util.regex.Pattern;

/**
 * Finds the group of a thread by its name: what numbers the threads of a pool is put as {@code *}, so that
 * {@code orders-worker-17} and {@code orders-worker-18} are counted together.
 */
public final class ThreadNames {

    /** Thread names that hold these would otherwise make a group each: a leak of a thousand threads, one of each. */
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Pattern IDENTITY_HASH = Pattern.compile("@\\p{XDigit}{1,16}\\b");
    private static final Pattern LONG_HEX = Pattern.compile("\\b(?=\\p{XDigit}*\\d)\\p{XDigit}{8,}\\b");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** {@code 10.0.0.7:6379} has become {@code *.*.*.*:*} by then. */
    private static final Pattern ADDRESS = Pattern.compile("\\*(?:[.:]\\*)+");

    private ThreadNames() {}

    /** Returns the group of a thread of this name; never empty. */
    public static String group(String threadName) {
        String name = threadName.strip();
        if (name.isEmpty()) {
            return "(unnamed)";
        }
        name = UUID.matcher(name).replaceAll("*");
        name = IDENTITY_HASH.matcher(name).replaceAll("@*");
        name = LONG_HEX.matcher(name).replaceAll("*");
        name = DIGITS.matcher(name).replaceAll("*");
        return ADDRESS.matcher(name).replaceAll("*");
    }
}
