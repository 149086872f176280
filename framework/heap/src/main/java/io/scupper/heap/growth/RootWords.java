package io.scupper.heap.growth;

import io.scupper.heap.graph.Names;
import io.scupper.heap.graph.Root;
import io.scupper.heap.shape.Shape;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The root of a path in words. */
final class RootWords {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.");

    private RootWords() {}

    /** Returns the root that a path begins with. */
    static String of(Shape end) {
        List<Shape> path = end.path();
        Shape first = path.get(0);
        Root root = first.root();
        return switch (root.kind()) {
            case CLASS -> "static field of " + system(first.type());
            case THREAD -> (isThreadLocal(path) ? "thread local of " : "") + thread(first);
            case LOCAL -> "local variable of " + thread(first) + (root.frame().isEmpty() ? "" : " in " + root.frame());
            case JNI_GLOBAL -> "JNI global reference to " + first.type();
            case JNI_LOCAL -> "JNI local reference of " + thread(first);
            case NATIVE_STACK -> "native stack";
            case MONITOR -> "monitor in use of " + first.type();
            case CONSTANT -> "constant of class " + root.frame();
            case OTHER -> "unknown root " + first.type();
        };
    }

    /** Returns the thread that a path begins with; several alike are told with a # for each number. */
    static String thread(Shape first) {
        Set<String> threads = first.threads();
        Iterator<String> names = threads.iterator();
        String name = names.hasNext() ? names.next() : "";
        return threads.size() <= 1
                ? "thread \"" + name + "\""
                : threads.size() + " threads \"" + Names.ofThread(name) + "\"";
    }

    private static boolean isThreadLocal(List<Shape> path) {
        return path.size() > 1 && path.get(1).type().equals("java.lang.ThreadLocal$ThreadLocalMap");
    }

    private static String system(String type) {
        String name = type.substring(type.indexOf(' ') + 1);
        return JDK.stream().anyMatch(name::startsWith) ? "system " + type : type;
    }
}
