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

    /** The same for equal stacks, and for those alike but for what is generated at run time; as good as never for others. */
    final long key;

    /** What the task came from that leads here, or null. */
    final @Nullable Group cause;

    private final StackWalker.StackFrame[] frames;
    private final int count;

    private Stack(Iterator<StackWalker.StackFrame> walked, @Nullable Object constructed, @Nullable Group submitted) {
        cause = submitted != null && submitted.isFarEnough() ? submitted.cause : submitted;
        frames = new StackWalker.StackFrame[MOST_FRAMES];
        int read = 0;
        long hash = cause == null ? 0 : cause.key;
        boolean isOnTop = true;
        while (read < MOST_FRAMES && walked.hasNext()) {
            StackWalker.StackFrame frame = walked.next();
            isOnTop = isOnTop && isLeftOut(frame, constructed);
            if (!isOnTop) {
                frames[read++] = frame;
                hash = mix(hash, frame);
            }
        }
        key = hash;
        count = read;
    }

    /**
     * Takes the stack of this thread, without the agent's own frames.
     *
     * @param constructed whose constructors are left out as well, or null
     * @param submitted from where the task came that this thread is at, or null
     */
    static Stack here(@Nullable Object constructed, @Nullable Group submitted) {
        return WALKER.walk(frames -> new Stack(frames.iterator(), constructed, submitted));
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

    /** What is generated at run time has no lines, and is called differently each time that it is. */
    private static long mix(long hash, StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        String method = frame.getMethodName();
        int line = frame.getLineNumber();
        return line < 0
                ? mix(mix(hash, withoutNumbers(type, end(type))), withoutNumbers(method, method.length()))
                : mix(mix(mix(hash, type.hashCode()), method.hashCode()), line);
    }

    /** A name ends with what tells one such class from the next: {@code Prices$$EnhancerByCGLIB$$4fdcd11d}. */
    private static int end(String type) {
        int dollar = type.lastIndexOf('$');
        return dollar < 0 ? type.length() : dollar;
    }

    private static int withoutNumbers(String name, int end) {
        int hash = 0;
        for (int i = 0; i < end; i++) {
            char letter = name.charAt(i);
            hash = letter >= '0' && letter <= '9' ? hash : 31 * hash + letter;
        }
        return hash;
    }

    /** By the multiplier of FNV-1a for 64 bits. */
    private static long mix(long hash, int value) {
        return (hash ^ value) * 0x100000001b3L;
    }
}
