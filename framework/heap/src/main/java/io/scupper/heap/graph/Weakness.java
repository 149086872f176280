package io.scupper.heap.graph;

/** How something is held that no chain of plain references holds, the strongest first. */
public enum Weakness {
    SOFT,
    FINALIZER,
    WEAK,
    PHANTOM,
    /** By the agent's own objects. */
    OWN;

    /** Returns the word for it in the output. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
