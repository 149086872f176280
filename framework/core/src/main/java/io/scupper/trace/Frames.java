package io.scupper.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which frames of a stack say something: the application's, and neither how a library got there nor who started the thread. */
public final class Frames {

    private static final List<String> LIBRARY = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final String OURS = "io.scupper.";
    private static final String EXAMPLES = "io.scupper.example";

    private Frames() {}

    /** Tells whether a frame is neither the JDK's nor Scupper's. */
    public static boolean isApplication(String frame) {
        String name = frame.substring(frame.lastIndexOf('/', Math.max(0, frame.indexOf('('))) + 1);
        boolean isOurs = name.startsWith(OURS) && !name.startsWith(EXAMPLES);
        return !isOurs && LIBRARY.stream().noneMatch(name::startsWith);
    }

    /**
     * Returns the frames to show where room is scarce, from the first of the application to the last; all of them where there is none.
     * What is left out between is said in a line of its own.
     *
     * @param most how many, from 1
     */
    public static List<String> shown(List<String> frames, int most) {
        List<Integer> application = IntStream.range(0, frames.size())
                .filter(i -> isApplication(frames.get(i)))
                .boxed()
                .toList();
        List<String> telling = application.isEmpty()
                ? frames
                : frames.subList(application.get(0), application.get(application.size() - 1) + 1);
        if (telling.size() <= most) {
            return List.copyOf(telling);
        }
        var shown = new ArrayList<>(telling.subList(0, most));
        shown.add("… %d more".formatted(telling.size() - most));
        return shown;
    }
}
