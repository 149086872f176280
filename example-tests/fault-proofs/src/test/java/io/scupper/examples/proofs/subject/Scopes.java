package io.scupper.examples.proofs.subject;

import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.ThreadContext;
import org.jspecify.annotations.Nullable;

/**
 * Notes the steps of a request until its outermost scope ends: who finds an order in the logger's context is a scope within another. The
 * first argument names the logger, the second how a scope ends, {@code remove} or {@code clear}, and the third is {@code trusting}, or
 * {@code wary}, which takes each request for an outermost scope whatever it finds there.
 */
public final class Scopes {

    private static final String ORDER = "order";
    private static final int STEP_BYTES = 256 << 10;

    private final List<Step> steps = new ArrayList<>();
    private final Context context;
    private final boolean clearing;
    private final boolean wary;

    private Scopes(Context context, boolean clearing, boolean wary) {
        this.context = context;
        this.clearing = clearing;
        this.wary = wary;
    }

    public static void main(String[] args) throws IOException {
        Context context = args[0].equals("logback") ? new Logback(new LogbackMDCAdapter()) : new Log4j();
        var scopes = new Scopes(context, args[1].equals("clear"), args[2].equals("wary"));
        Front.serve(scopes::step);
    }

    private String step() {
        boolean outermost = wary || context.order() == null;
        context.begin("42");
        steps.add(new Step(new byte[STEP_BYTES]));
        if (clearing) {
            context.clear();
        } else {
            context.remove();
        }
        if (outermost) {
            steps.clear();
        }
        return "done";
    }

    /** What a logger keeps of this thread. */
    private interface Context {

        @Nullable
        String order();

        void begin(String order);

        void remove();

        void clear();
    }

    private record Logback(LogbackMDCAdapter mdc) implements Context {

        @Override
        public @Nullable String order() {
            return mdc.get(ORDER);
        }

        @Override
        public void begin(String order) {
            mdc.put(ORDER, order);
        }

        @Override
        public void remove() {
            mdc.remove(ORDER);
        }

        @Override
        public void clear() {
            mdc.clear();
        }
    }

    private record Log4j() implements Context {

        @Override
        public @Nullable String order() {
            return ThreadContext.get(ORDER);
        }

        @Override
        public void begin(String order) {
            ThreadContext.put(ORDER, order);
        }

        @Override
        public void remove() {
            ThreadContext.remove(ORDER);
        }

        @Override
        public void clear() {
            ThreadContext.clearMap();
        }
    }

    /** What is noted of one step of a request; equal to itself alone. */
    private static final class Step {

        final byte[] note;

        Step(byte[] note) {
            this.note = note;
        }
    }
}
