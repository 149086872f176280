package io.scupper.runtime;

import io.scupper.model.ScupperException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The main method of a subject, running on a thread of this JVM. By convention it serves until its thread is interrupted
 * and then ends all that it started and returns: nothing else can end it without ending the tests.
 */
final class MainThread implements AutoCloseable {

    /** What the thread is called; the agent and the probes leave out names that begin so. */
    static final String NAME = "scupper-subject";

    private static final Duration RETURNS_WITHIN = Duration.ofSeconds(10);

    private final String description;
    private final Method main;
    private final String[] arguments;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    private MainThread(String description, Method main, List<String> arguments, ClassLoader loader) {
        this.description = description;
        this.main = main;
        this.arguments = arguments.toArray(String[]::new);
        this.thread = new Thread(this::run, NAME);
        thread.setContextClassLoader(loader);
        thread.setDaemon(true);
    }

    /**
     * Starts the main method of a class.
     *
     * @throws ScupperException if there is no such class, or it has no {@code public static void main(String[])}
     */
    static MainThread start(String description, String mainClass, List<String> arguments, ClassLoader loader) {
        var mainThread = new MainThread(description, mainOf(mainClass, loader), arguments, loader);
        mainThread.thread.start();
        return mainThread;
    }

    /**
     * Waits a moment, shorter if main ends.
     *
     * @throws ScupperException if main has ended, as {@link #requireAlive}, or if this thread is interrupted
     */
    void pause(int millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScupperException("The test was interrupted while it waited for " + description + ".", e);
        }
        requireAlive();
    }

    /**
     * Makes sure that main runs.
     *
     * @throws ScupperException if it has returned or thrown
     */
    void requireAlive() {
        if (thread.isAlive()) {
            return;
        }
        Throwable cause = failure;
        if (cause != null) {
            throw new ScupperException("%s has ended: its main threw %s.".formatted(description, cause), cause);
        }
        throw new ScupperException(("%s has ended: its main returned. In-process, main must serve until its thread is"
                        + " interrupted, since there is no other way to end it; otherwise run on 'forked'.")
                .formatted(description));
    }

    /**
     * Interrupts main and waits until it has returned, for 10 s at the most.
     *
     * @throws ScupperException if it has not; it runs on then, and the message says where it stands
     */
    @Override
    public void close() {
        thread.interrupt();
        boolean returned = BoundedWait.within(RETURNS_WITHIN, millis -> {
            thread.join(millis);
            return !thread.isAlive();
        });
        if (!returned) {
            throw new ScupperException(
                    "The main of %s did not return within %d s of its thread being interrupted, and runs on. It stands at:%s"
                            .formatted(description, RETURNS_WITHIN.toSeconds(), stack()));
        }
    }

    private void run() {
        try {
            main.invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            failure = e.getCause();
        } catch (IllegalAccessException e) {
            failure = e;
        }
    }

    private String stack() {
        return Arrays.stream(thread.getStackTrace())
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }

    private static Method mainOf(String mainClass, ClassLoader loader) {
        try {
            Method main = Class.forName(mainClass, false, loader).getMethod("main", String[].class);
            // Like the java launcher: the class itself need not be public.
            main.setAccessible(true);
            return main;
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            throw new ScupperException(
                    "'%s' is not a class with a 'public static void main(String[])' on the class path."
                            .formatted(mainClass),
                    e);
        }
    }
}
