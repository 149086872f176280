package io.scupper.heap.graph;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One class of a dump.
 *
 * @param name without the numbers that differ from run to run, see {@link Names#plain}
 * @param fields of its instances, inherited ones too, in the order of an instance's edges
 * @param statics its own, in the order of the class object's edges
 * @param array whether its instances are arrays
 * @param reference what kind of reference its instances are, or null if they are none
 * @param traits how its instances are to be looked at
 */
public record Type(
        String name,
        List<Field> fields,
        List<Field> statics,
        boolean array,
        @Nullable Weakness reference,
        Traits traits) {

    private static final Set<String> NUMBERS =
            Set.of("boolean[]", "char[]", "float[]", "double[]", "byte[]", "short[]", "int[]", "long[]");

    /** Tells whether its instances are arrays of numbers, which refer to nothing. */
    public boolean isOfNumbers() {
        return array && NUMBERS.contains(name);
    }

    /**
     * How the instances of a class are to be looked at.
     *
     * @param own belongs to the agent, so that what it holds is no evidence
     * @param inner a part of a collection of the JDK, such as the node of a map
     * @param collection a collection of the JDK, or a class that extends one
     */
    public record Traits(boolean own, boolean inner, boolean collection) {}
}
