package io.scupper.examples.proofs.subject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a context of each request in a thread local, and removes it at the end. The argument is {@code trusting}, or {@code wary}, which
 * replaces what it finds there first.
 */
public final class Contexts {

    private static final int STEP_BYTES = 256 << 10;

    private static final ThreadLocal<List<Step>> STEPS = ThreadLocal.withInitial(ArrayList::new);

    private Contexts() {}

    public static void main(String[] args) throws IOException {
        boolean wary = args[0].equals("wary");
        Front.serve(() -> steps(wary));
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

    /** What is noted of one step of a request; equal to itself alone. */
    private static final class Step {

        final byte[] note;

        Step(byte[] note) {
            this.note = note;
        }
    }
}
