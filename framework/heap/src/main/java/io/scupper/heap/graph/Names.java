package io.scupper.heap.graph;

import java.util.Map;
import java.util.regex.Pattern;

/** Names without what differs from run to run: numbers of lambdas, proxies, hidden classes and threads. */
public final class Names {

    private static final Map<Character, String> PRIMITIVES = Map.of(
            'Z', "boolean", 'B', "byte", 'C', "char", 'S', "short", 'I', "int", 'J', "long", 'F', "float", 'D',
            "double");

    /** {@code Orders$$Lambda$14/0x0000000800c03000}, and without the first number from JDK 21 on. */
    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda[^\\[]*");

    /** {@code Orders$1.0x0000000800c03000}: any other hidden class. */
    private static final Pattern HIDDEN = Pattern.compile("[/+.]0x[0-9a-f]+");

    private static final Pattern PROXY = Pattern.compile("\\$Proxy\\d+");

    /** {@code Orders$$EnhancerBySpringCGLIB$$ab12}, {@code Orders$$SpringCGLIB$$0}. */
    private static final Pattern ENHANCED = Pattern.compile("\\$\\$[0-9a-f]+(?=\\$\\$|\\[|$)");

    private static final Pattern GENERATED =
            Pattern.compile("\\$(MockitoMock|HibernateProxy|ByteBuddy|HibernateInstantiator)\\$\\w+");

    private static final Pattern ACCESSOR = Pattern.compile("(Generated\\w*Accessor|\\bScript)\\d+");

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{8,}|\\d+");

    private Names() {}

    /** Returns a class's name as sources write it, without numbers of a run; takes {@code [B} and {@code byte[]} alike. */
    public static String plain(String name) {
        String plain = unfolded(name);
        if (plain.indexOf('$') >= 0) {
            plain = LAMBDA.matcher(plain).replaceAll("\\$\\$Lambda");
            plain = PROXY.matcher(plain).replaceAll("\\$Proxy");
            plain = ENHANCED.matcher(plain).replaceAll("");
            plain = GENERATED.matcher(plain).replaceAll("\\$$1");
        }
        return ACCESSOR.matcher(HIDDEN.matcher(plain).replaceAll("")).replaceAll("$1");
    }

    /** Returns a thread's name with {@code #} for each number. */
    public static String ofThread(String name) {
        return DIGITS.matcher(name).replaceAll("#");
    }

    /** Returns a class's name without its package. */
    public static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String unfolded(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0) {
            return name.replace('/', '.');
        }
        char first = name.charAt(Math.min(dimensions, name.length() - 1));
        String element = first == 'L' && name.endsWith(";")
                ? name.substring(dimensions + 1, name.length() - 1).replace('/', '.')
                : PRIMITIVES.getOrDefault(first, name.substring(dimensions));
        return element + "[]".repeat(dimensions);
    }
}
