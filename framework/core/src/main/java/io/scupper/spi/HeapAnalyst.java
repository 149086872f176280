package io.scupper.spi;

import io.scupper.model.HeapFootprint;
import io.scupper.model.HeapGrowth;
import io.scupper.model.ScupperException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tells from two heap dumps who holds what grew between them, outside the test's JVM. */
public interface HeapAnalyst {

    /**
     * Compares two dumps; blocks until that is done, for a bounded time.
     *
     * @param before a dump of HotSpot, plain or compressed by gzip
     * @param after another of the same JVM, one round later
     * @param grown by how many instances each class grew in between, from 1
     * @return what is known of each of these classes, in no order
     * @throws io.scupper.model.ScupperException if it cannot be told: a dump that is damaged, too little memory, too little
     *     time; the message says what to do, and both dumps are still there
     */
    List<HeapGrowth> compare(Path before, Path after, Map<String, Long> grown);

    /**
     * Tells what the instances of a class take and hold; blocks as {@link #compare} does.
     *
     * @param dump of HotSpot, plain or compressed by gzip
     * @throws io.scupper.model.ScupperException as {@link #compare} does
     */
    default HeapFootprint footprint(Path dump, String className) {
        throw new ScupperException("This analyst does not tell what instances hold.");
    }
}
