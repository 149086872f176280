package io.scupper.examples.proofs.subject;

import java.io.IOException;

/** Has the classes loaded that its arguments name: the last one at the first request, the others from the start on. */
public final class Loads {

    private Loads() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        for (int i = 0; i < args.length - 1; i++) {
            Class.forName(args[i]);
        }
        Front.serve(() -> Class.forName(args[args.length - 1]).getName());
    }
}
