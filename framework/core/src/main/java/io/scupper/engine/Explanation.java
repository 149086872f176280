package io.scupper.engine;

import io.scupper.spi.HeapAnalyst;
import java.nio.file.Path;

/**
 * How a leak is explained.
 *
 * @param analyst compares heap dumps
 * @param dumps the folder that dumps are put into; made when it is needed
 * @param name that the names of the dumps begin with
 * @param mostDumpBytes that one dump may have, compressed
 */
public record Explanation(HeapAnalyst analyst, Path dumps, String name, long mostDumpBytes) {

    /** Returns where the dump before the round of the explanation lies, if there is one. */
    public Path before() {
        return dumps.resolve(name + "-before.hprof.gz");
    }

    /** Returns where the dump after it lies, if there is one. */
    public Path after() {
        return dumps.resolve(name + "-after.hprof.gz");
    }
}
