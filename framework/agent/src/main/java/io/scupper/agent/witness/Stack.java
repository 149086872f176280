package io.scupper.agent.witness;

import io.scupper.agent.jvm.Own;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The stack of the thread that asks for it, as far as it is told. Garbage soon after, for it keeps classes alive. */
final class Stack {

    /** How many frames are told. */
    static final int MOST_FRAMES = 40;

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String CONSTRUCTOR = "<init>";

    /** The same for equal stacks, and as good as never for others. */
    final long key;

    private final StackWalker.StackFrame[] frames;
    private final int count;

    private Stack(Iterator<StackWalker.StackFrame> walked, @Nullable Object constructed) {
        frames = new StackWalker.StackFrame[MOST_FRAMES];
        int read = 0;
        long hash = 0;
        boolean isOnTop = true;
        while (read < MOST_FRAMES && walked.hasNext()) {
            StackWalker.StackFrame frame = walked.next();
            isOnTop = isOnTop && isLeftOut(frame, constructed);
            if (!isOnTop) {
                frames[read++] = frame;
                hash = mix(
                        mix(
                                mix(hash, frame.getClassName().hashCode()),
                                frame.getMethodName().hashCode()),
                        frame.getLineNumber());
            }
        }
        key = hash;
        count = read;
    }

    /**
     * Takes the stack of this thread, without the agent's own frames.
     *
     * @param constructed whose constructors are left out as well, or null
     */
    static Stack here(@Nullable Object constructed) {
        return WALKER.walk(frames -> new Stack(frames.iterator(), constructed));
    }

    /** Returns its frames to be kept, nearest first. */
    Frame[] toFrames() {
        var kept = new Frame[count];
        for (int i = 0; i < count; i++) {
            kept[i] = new Frame(frames[i]);
        }
        return kept;
    }

    private static boolean isLeftOut(StackWalker.StackFrame frame, @Nullable Object constructed) {
        String type = frame.getClassName();
        return Own.isAgents(type)
                || constructed != null && frame.getMethodName().equals(CONSTRUCTOR) && isOf(constructed, type);
    }

    private static boolean isOf(Object object, String type) {
        for (Class<?> each = object.getClass(); each != null; each = each.getSuperclass()) {
            if (each.getName().equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** By the multiplier of FNV-1a for 64 bits. */
    private static long mix(long hash, int value) {
        return (hash ^ value) * 0x100000001b3L;
    }
}
