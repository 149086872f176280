package io.scupper.spi;

import io.scupper.model.Resource;
import java.util.List;

/** A probe that knows more of its resources than their counts. Asked only for the explanation of a leak, while the fault is armed. */
public interface Detailed {

    /**
     * Returns what else is known of a resource, in lines that stay the same from run to run as far as they can; empty if nothing is.
     *
     * @throws io.scupper.model.ScupperException if it could not be read; the explanation says so, and the verdict stands
     */
    List<String> details(Resource resource);
}
