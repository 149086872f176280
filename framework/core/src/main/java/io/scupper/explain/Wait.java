package io.scupper.explain;

import io.scupper.trace.Frames;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a thread waits for, in words: {@code parked in CountDownLatch.await, called by com.acme.Reports.run(Reports.java:31)}. The
 * frames that only say how a thread waits are left out.
 *
 * @param words that follow "is"
 * @param frames from the one that says what is done, nearest first
 */
record Wait(String words, List<String> frames) {

    private static final int MOST_FRAMES = 6;

    private static final Set<String> AT_WORK = Set.of("running", "runnable", "syscall");

    private static final String OF_A_FAULT = "io.scupper.boot.";

    private static final Pattern HOW = Pattern.compile("(?:jdk\\.internal\\.|sun\\.misc\\.Unsafe|sun\\.nio\\.ch\\."
            + "|java\\.util\\.concurrent\\.locks\\.|java\\.util\\.concurrent\\.ForkJoinPool\\.\\w+Block\\("
            + "|java\\.lang\\.Object\\.wait|java\\.lang\\.Thread\\.(?:sleep|yield)|java\\.lang\\.VirtualThread\\."
            + "|java\\.lang\\.System\\$\\d+\\.|io\\.scupper\\.boot\\.).*");

    Wait {
        frames = List.copyOf(frames);
    }

    /**
     * Reads a stack.
     *
     * @param state as {@link Thread.State} names it
     * @param stack nearest first; may be cut off
     */
    static Wait of(String state, List<String> stack) {
        if (!stack.isEmpty() && Frames.isGo(stack.get(0))) {
            return ofGoroutine(state, stack);
        }
        int what = (int)
                stack.stream().takeWhile(frame -> HOW.matcher(frame).matches()).count();
        List<String> how = stack.subList(0, what);
        List<String> rest = stack.subList(what, stack.size());
        boolean isHeld = how.stream().anyMatch(frame -> frame.startsWith(OF_A_FAULT));
        boolean isInOwnCode = rest.isEmpty() || Frames.isApplication(rest.get(0));
        // Where the application's own code waits, how it does says what it waits for.
        String place = what > 0 && isInOwnCode && !isHeld ? method(how.get(what - 1)) : "";
        if (place.isEmpty()) {
            place = rest.isEmpty() ? "no frame that is known" : method(rest.get(0));
        }
        String caller = rest.stream()
                .filter(Frames::isApplication)
                .findFirst()
                .map(frame -> ", called by " + frame)
                .orElse("");
        return new Wait(verb(state, how, isHeld) + place + caller, shown(rest));
    }

    /** Go says itself what a goroutine waits for, and leaves the frames of the waiting out. */
    private static Wait ofGoroutine(String state, List<String> stack) {
        String verb = AT_WORK.contains(state) ? "at work, " : "parked in ";
        String caller = stack.stream()
                .filter(Frames::isApplication)
                .findFirst()
                .map(frame -> ", called by " + frame)
                .orElse(", at " + stack.get(0));
        return new Wait(verb + state + caller, shown(stack));
    }

    private static String verb(String state, List<String> how, boolean isHeld) {
        if (isHeld) {
            return "held by the fault in ";
        }
        if (starts(how, "java.lang.Thread.sleep")) {
            return "asleep in ";
        }
        return switch (state) {
            case "RUNNABLE" -> "in ";
            case "BLOCKED" -> "waiting for a monitor in ";
            default -> starts(how, "java.lang.Object.wait") ? "waiting in " : "parked in ";
        };
    }

    private static boolean starts(List<String> frames, String name) {
        return frames.stream().anyMatch(frame -> frame.startsWith(name));
    }

    /** Where a library's own frames would leave no room for the application's, these alone: the words say what they lead to. */
    private static List<String> shown(List<String> frames) {
        int own = 0;
        while (own < frames.size() && !Frames.isApplication(frames.get(own))) {
            own++;
        }
        boolean hasRoom = own == frames.size() || own < MOST_FRAMES - 1;
        return frames.stream().skip(hasRoom ? 0 : own).limit(MOST_FRAMES).toList();
    }

    /** Returns class and method, without the package. */
    private static String method(String frame) {
        int arguments = frame.indexOf('(');
        String name = arguments < 0 ? frame : frame.substring(0, arguments);
        int method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1);
    }
}
