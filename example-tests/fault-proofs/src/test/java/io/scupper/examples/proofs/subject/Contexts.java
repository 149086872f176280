package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.ThreadContext;
import org.slf4j.MDC;

/**
 * Keeps a context of each request on its thread, by what its first argument names, and clears it at the end. The second is
 * {@code trusting}, or {@code wary}, which clears what it finds there first as well.
 */
public final class Contexts {

    private static final int STEP_BYTES = 256 << 10;

    private static final ThreadLocal<List<Step>> STEPS = ThreadLocal.withInitial(ArrayList::new);

    private Contexts() {}

    public static void main(String[] args) throws IOException {
        boolean wary = args[1].equals("wary");
        Front.serve(
                switch (args[0]) {
                    case "thread-local" -> () -> steps(wary);
                    case "logback" -> () -> mdc();
                    case "log4j" -> () -> threadContext();
                    default -> throw new IllegalArgumentException(args[0]);
                });
    }

    private static String steps(boolean wary) {
        if (wary) {
            STEPS.set(new ArrayList<>());
        }
        STEPS.get().add(new Step(new byte[STEP_BYTES]));
        int steps = STEPS.get().size();
        STEPS.remove();
        return String.valueOf(steps);
    }

    private static String mdc() {
        Map<String, String> found = MDC.getCopyOfContextMap();
        MDC.put("order", "42");
        MDC.clear();
        return String.valueOf(found);
    }

    private static String threadContext() {
        Map<String, String> found = ThreadContext.getContext();
        ThreadContext.put("order", "42");
        ThreadContext.clearMap();
        return String.valueOf(found);
    }

    /** What is noted of one step of a request; equal to itself alone. */
    private static final class Step {

        final byte[] note;

        Step(byte[] note) {
            this.note = note;
        }
    }
}
