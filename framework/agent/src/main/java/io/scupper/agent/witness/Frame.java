package io.scupper.agent.witness;

import org.jspecify.annotations.Nullable;

/** One frame of a stack that is kept. Of texts that the JVM has anyway, and not of the class, which it would keep alive. */
final class Frame {

    private final String type;
    private final String method;
    private final @Nullable String file;
    private final int line;

    Frame(StackWalker.StackFrame frame) {
        this.type = frame.getClassName();
        this.method = frame.getMethodName();
        this.file = frame.getFileName();
        this.line = frame.getLineNumber();
    }

    /** As a thread's stack is told: {@code com.acme.Orders.keep(Orders.java:31)}. */
    @Override
    public String toString() {
        String where = line == -2 ? "Native Method" : file == null ? "Unknown Source" : file;
        return type + "." + method + "(" + where + (line >= 0 ? ":" + line : "") + ")";
    }
}
