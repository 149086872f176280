package io.scupper.heap.graph;

/**
 * Where a path begins.
 *
 * @param kind what it is
 * @param object index of the object that is held
 * @param thread its name where the kind has to do with one, else empty
 * @param frame class and method of the stack frame where there is one, else empty
 */
public record Root(Kind kind, int object, String thread, String frame) {

    /** The kinds of roots, in the order in which they are asked: what lasts longest first. */
    public enum Kind {
        /** A class whose loader stays, by its static fields. */
        CLASS(true),
        THREAD(true),
        JNI_GLOBAL(true),
        LOCAL(false),
        JNI_LOCAL(false),
        NATIVE_STACK(false),
        MONITOR(false),
        /** What the code of a class holds itself: its strings, and lambdas that capture nothing. */
        CONSTANT(false),
        OTHER(false);

        private final boolean first;

        Kind(boolean first) {
            this.first = first;
        }

        /** Tells whether it goes before the others: what a stack holds besides is better told by who else holds it. */
        public boolean isFirst() {
            return first;
        }
    }
}
