package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves buffers of Netty unreleased, those of its codecs too unless a caller or a thread is given. */
public final class UnreleasedBufferType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unreleased-buffer";

    private static final Library NETTY = Library.of(
            "Netty",
            "io.netty:netty-buffer",
            "io.netty.buffer.AbstractReferenceCountedByteBuf",
            "4.1.113.Final",
            "4.2.13.Final");

    /** Above pooled and unpooled buffers alike; slices and wrappers come here as well. */
    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(NETTY, "io.netty.buffer.AbstractReferenceCountedByteBuf", "release", 0)
                    .recoversBy(
                            "once it is collected, if it is of no pool and its memory the JDK's (io.netty.maxDirectMemory=0)"));

    /** Makes the type. */
    public UnreleasedBufferType() {
        super(ID, POINTS);
    }
}
