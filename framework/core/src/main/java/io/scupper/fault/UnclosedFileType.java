package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves files open; wants a caller or a thread. */
public final class UnclosedFileType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unclosed-file";

    private static final Library STREAMS = Library.ofJdk("JDK file streams", "java.io.FileInputStream", "17", "25");
    private static final Library CHANNELS = Library.ofJdk("JDK FileChannel", "sun.nio.ch.FileChannelImpl", "17", "25");
    private static final String COLLECTED = "once it is collected";

    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(STREAMS, "java.io.FileInputStream", "close", 0).recoversBy(COLLECTED),
            ReleasePoint.of(STREAMS, "java.io.FileOutputStream", "close", 0).recoversBy(COLLECTED),
            ReleasePoint.of(CHANNELS, "sun.nio.ch.FileChannelImpl", "implCloseChannel", 0)
                    .recoversBy(COLLECTED));

    /** Makes the type. */
    public UnclosedFileType() {
        super(ID, POINTS);
    }
}
