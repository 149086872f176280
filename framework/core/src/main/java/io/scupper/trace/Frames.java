package io.scupper.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which frames of a stack say something: the application's, and neither how a library got there nor who started the thread. Frames are
 * as the agent writes them: {@code com.acme.Orders.keep(Orders.java:31)}; those of a goroutine as {@code main.keep(orders.go:31)}, where
 * the file has its folder if it is a library's, {@code gin@v1.8.1/context.go}, and begins with {@code std/} if it is Go's own. A note
 * between frames stands in parentheses: {@code (a task, submitted by)}.
 */
public final class Frames {

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final String OURS = "io.scupper.";
    private static final String EXAMPLES = "io.scupper.example";

    /** Libraries that stand between an application and what it asks for, or call it. */
    private static final List<String> LIBRARIES = List.of(
            "org.apache.",
            "okhttp3.",
            "okio.",
            "com.zaxxer.hikari.",
            "io.netty.",
            "io.vertx.",
            "reactor.",
            "io.reactivex.",
            "io.lettuce.",
            "redis.clients.",
            "io.micrometer.",
            "io.github.resilience4j.",
            "org.springframework.",
            "org.eclipse.jetty.",
            "org.glassfish.",
            "io.undertow.",
            "com.fasterxml.jackson.",
            "com.google.common.",
            "com.github.benmanes.caffeine.",
            "org.hibernate.",
            "org.postgresql.",
            "com.rabbitmq.",
            "org.junit.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "groovy.",
            "org.slf4j.",
            "ch.qos.logback.");

    /** How the compiler names a lambda expression, after the method that it stands in. Those of initializers keep the name. */
    private static final Pattern LAMBDA = Pattern.compile("\\.lambda\\$(?!new\\$|static\\$)(\\w+)\\$\\d+$");

    /** Made by a library at run time, wherever its class is named after: nobody has written it. */
    private static final Pattern GENERATED =
            Pattern.compile("\\$\\$(?:Enhancer|FastClass|KeyFactory|Spring)\\w*|_\\$\\$_(?:jvst|javassist|Weld)"
                    + "|\\$(?:Proxy\\d|(?:ByteBuddy|HibernateProxy|MockitoMock)\\$)|\\(<generated>\\)$");

    /** Up to three, of names that begin with a small letter. */
    private static final Pattern PACKAGES = Pattern.compile("^(?:[a-z]\\w*\\.(?=\\w+\\.)){1,3}");

    /** Enough for a library that stands on another one, which stands on a third. */
    private static final int MOST_CALLERS = 2;

    private static final Pattern GO = Pattern.compile("(.+)\\((\\S+\\.(?:go|s)):\\d+\\)");

    private Frames() {}

    /** Tells whether a frame is that of a goroutine. */
    public static boolean isGo(String frame) {
        return GO.matcher(frame).matches();
    }

    /** Tells whether a frame is neither the JDK's nor Scupper's, nor generated, nor of a library that is known to be one. */
    public static boolean isApplication(String frame) {
        Matcher go = GO.matcher(frame);
        if (go.matches()) {
            return go.group(2).indexOf('/') < 0;
        }
        return isOfSomebody(frame) && LIBRARIES.stream().noneMatch(name(frame)::startsWith);
    }

    /**
     * Returns class and method of the nearest frame of the application; where there is none, of a library. A lambda expression goes by
     * the method that it stands in.
     */
    public static Optional<String> culprit(List<String> stack) {
        return stack.stream()
                .filter(Frames::isApplication)
                .findFirst()
                .or(() -> stack.stream().filter(Frames::isOfSomebody).findFirst())
                .map(Frames::method);
    }

    /** Returns a stack from the nearest frame of the application on; all of it where there is none. */
    public static List<String> fromApplication(List<String> frames) {
        return frames.subList(Math.max(0, first(frames, true)), frames.size());
    }

    /**
     * Returns the frames to show where room is scarce: the one nearest to what happened that is not the JDK's, those by which one library
     * called another, then from the first of the application to its last; all of them where there is none of anybody. What is left out
     * between is said in a line of its own.
     *
     * @param most how many, from 2
     */
    public static List<String> shown(List<String> frames, int most) {
        int nearest = first(frames, false);
        if (nearest < 0) {
            return cut(frames, most);
        }
        int own = first(frames, true);
        if (own <= nearest) {
            return cut(frames.subList(nearest, last(frames, own >= 0) + 1), most);
        }
        var shown = new ArrayList<String>();
        int next = nearest;
        for (int caller : callers(frames, nearest, own)) {
            shown.add(frames.get(next));
            addLeftOut(shown, frames.subList(next + 1, caller));
            next = caller;
        }
        shown.add(frames.get(next));
        addLeftOut(shown, frames.subList(next + 1, own));
        shown.addAll(cut(frames.subList(own, last(frames, true) + 1), most - 1));
        return shown;
    }

    /** Returns where one library has called another, the calls nearest to the application. */
    private static List<Integer> callers(List<String> frames, int from, int to) {
        var callers = new ArrayList<Integer>();
        String called = library(frames.get(from));
        for (int i = from + 1; i < to; i++) {
            if (isOfSomebody(frames.get(i)) && !library(frames.get(i)).equals(called)) {
                callers.add(i);
                called = library(frames.get(i));
            }
        }
        return callers.subList(Math.max(0, callers.size() - MOST_CALLERS), callers.size());
    }

    /** Returns by what a library is told from others: the beginning of its packages, or its module where it is Go's. */
    private static String library(String frame) {
        Matcher go = GO.matcher(frame);
        if (go.matches()) {
            return go.group(2).replaceAll("/.*", "");
        }
        Matcher packages = PACKAGES.matcher(name(frame));
        return packages.find() ? packages.group() : "";
    }

    private static void addLeftOut(List<String> shown, List<String> frames) {
        if (!frames.isEmpty()) {
            shown.add(leftOut(frames));
        }
    }

    /** A note that is left out is said last: what is shown next is on its other side. */
    private static String leftOut(List<String> frames) {
        List<String> notes = frames.stream().filter(Frames::isNote).toList();
        String words = "… %d more".formatted(frames.size() - notes.size());
        return notes.isEmpty() ? words : words + " " + notes.get(notes.size() - 1);
    }

    private static boolean isNote(String frame) {
        return frame.startsWith("(");
    }

    private static List<String> cut(List<String> frames, int most) {
        if (frames.size() <= most) {
            return List.copyOf(frames);
        }
        var shown = new ArrayList<>(frames.subList(0, most));
        shown.add("… %d more".formatted(frames.size() - most));
        return shown;
    }

    private static int first(List<String> frames, boolean ofApplication) {
        for (int i = 0; i < frames.size(); i++) {
            if (ofApplication ? isApplication(frames.get(i)) : isOfSomebody(frames.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<String> frames, boolean ofApplication) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (ofApplication ? isApplication(frames.get(i)) : isOfSomebody(frames.get(i))) {
                return i;
            }
        }
        return frames.size() - 1;
    }

    private static boolean isOfSomebody(String frame) {
        Matcher go = GO.matcher(frame);
        if (go.matches()) {
            return !go.group(2).startsWith("std/");
        }
        String name = name(frame);
        boolean isOurs = name.startsWith(OURS) && !name.startsWith(EXAMPLES);
        return !isOurs
                && !isNote(frame)
                && JDK.stream().noneMatch(name::startsWith)
                && !GENERATED.matcher(name).find();
    }

    private static String method(String frame) {
        Matcher go = GO.matcher(frame);
        if (go.matches()) {
            return go.group(1);
        }
        String name = name(frame);
        int parenthesis = name.indexOf('(');
        return LAMBDA.matcher(parenthesis < 0 ? name : name.substring(0, parenthesis))
                .replaceFirst(".$1");
    }

    /** Leaves out the module that a frame may begin with. */
    private static String name(String frame) {
        return frame.substring(frame.lastIndexOf('/', Math.max(0, frame.indexOf('('))) + 1);
    }
}
