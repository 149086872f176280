package io.scupper.heap.graph;

/**
 * A field that holds a reference.
 *
 * @param owner the class that declares it, without the numbers of {@link Names#plain}
 * @param name as in the source
 */
public record Field(String owner, String name) {

    /** Returns the field as people write it: class, dot, name. */
    public String text() {
        return owner + "." + name;
    }
}
