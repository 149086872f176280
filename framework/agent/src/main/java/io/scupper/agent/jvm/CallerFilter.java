package io.scupper.agent.jvm;

import io.scupper.boot.Gate;
import java.lang.instrument.Instrumentation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which calls of a woven method are meant: those from some callers. Asked within the call. */
public final class CallerFilter {

    /** How many frames above the woven method a caller may stand. */
    private static final int CALLER_DEPTH = 16;

    private static final StackWalker WALKER = StackWalker.getInstance();

    private final String caller;
    private final @Nullable NamedClasses classes;

    /**
     * Makes a filter.
     *
     * @param caller how the name of a class within the nearest 16 frames begins, or empty for any
     */
    public CallerFilter(String caller) {
        this(caller, null);
    }

    private CallerFilter(String caller, @Nullable NamedClasses classes) {
        this.caller = caller;
        this.classes = classes;
    }

    /** Makes a filter that costs next to nothing until a caller is loaded. It must be {@linkplain #forget forgotten}. */
    public static CallerFilter watching(String caller, Instrumentation instrumentation) {
        return new CallerFilter(caller, caller.isEmpty() ? null : NamedClasses.watch(caller, instrumentation));
    }

    /** Ends watching which classes are loaded. */
    public void forget(Instrumentation instrumentation) {
        if (classes != null) {
            instrumentation.removeTransformer(classes);
        }
    }

    /**
     * Returns a gate that is closed as long as no caller is loaded.
     *
     * @param otherwise is returned where that is not watched
     */
    public Gate loadedOr(Gate otherwise) {
        return classes == null ? otherwise : classes.loaded;
    }

    /** Tells whether the call that this thread is in is meant. */
    public boolean isMeant() {
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
