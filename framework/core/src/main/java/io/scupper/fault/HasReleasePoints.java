package io.scupper.fault;

import io.scupper.spi.FaultType;
import java.util.List;

/** A type of faults that strike at the rows of a table: what the documentation of the faults is made of. */
public interface HasReleasePoints extends FaultType {

    /** Returns the rows of its table. */
    List<ReleasePoint> releasePoints();
}
