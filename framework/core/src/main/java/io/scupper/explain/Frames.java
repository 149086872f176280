package io.scupper.explain;

import java.util.List;
import java.util.Optional;

/** Reads stack frames as the agent writes them: {@code com.acme.Orders.keep(Orders.java:31)}. */
final class Frames {

    /** Whose code is nobody's own: of the JDK, of Scupper, of proxies that are made while the JVM runs. */
    private static final List<String> OTHERS = List.of(
            "java.", "javax.", "jdk.", "sun.", "com.sun.", "io.scupper.agent.", "io.scupper.boot.", "java.base/");

    /** Libraries that stand between the code of an application and what it asks for. */
    private static final List<String> LIBRARIES = List.of(
            "org.apache.",
            "okhttp3.",
            "okio.",
            "com.zaxxer.hikari.",
            "io.netty.",
            "reactor.",
            "io.lettuce.",
            "redis.clients.",
            "org.springframework.",
            "org.eclipse.jetty.",
            "io.undertow.",
            "com.fasterxml.jackson.",
            "com.google.common.",
            "com.github.benmanes.caffeine.",
            "org.hibernate.",
            "org.postgresql.",
            "com.rabbitmq.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "org.slf4j.",
            "ch.qos.logback.");

    private Frames() {}

    /** Returns the method of the nearest frame that is the application's, or else that is not the JDK's. */
    static Optional<String> culprit(List<String> stack) {
        return stack.stream()
                .filter(frame -> !begins(frame, OTHERS) && !begins(frame, LIBRARIES))
                .findFirst()
                .or(() -> stack.stream().filter(frame -> !begins(frame, OTHERS)).findFirst())
                .map(Frames::method);
    }

    /** Returns class and method of a frame. */
    static String method(String frame) {
        int parenthesis = frame.indexOf('(');
        return parenthesis < 0 ? frame : frame.substring(0, parenthesis);
    }

    private static boolean begins(String frame, List<String> prefixes) {
        return prefixes.stream().anyMatch(frame::startsWith);
    }
}
