package io.scupper.agent.jvm;

import java.util.stream.Stream;

/** Which calls of a woven method are meant: those of some threads, from some callers. Asked within the call. */
public final class CallFilter {

    /** How many frames above the woven method a caller may stand. */
    private static final int CALLER_DEPTH = 16;

    private static final StackWalker WALKER = StackWalker.getInstance();

    private final String caller;
    private final String thread;

    /**
     * Makes a filter.
     *
     * @param caller how the name of a class within the nearest 16 frames begins, or empty for any
     * @param thread how the name of the thread begins, or empty for any
     */
    public CallFilter(String caller, String thread) {
        this.caller = caller;
        this.thread = thread;
    }

    /** Tells whether the call that this thread is in is meant. */
    public boolean isMeant() {
        if (!Thread.currentThread().getName().startsWith(thread)) {
            return false;
        }
        return caller.isEmpty() || WALKER.walk(this::isCalled);
    }

    private boolean isCalled(Stream<StackWalker.StackFrame> frames) {
        return frames.map(StackWalker.StackFrame::getClassName)
                .dropWhile(Own::isAgents)
                .skip(1)
                .limit(CALLER_DEPTH)
                .anyMatch(name -> name.startsWith(caller));
    }
}
