package io.scupper.spi;

import io.scupper.model.Snapshot.SocketState;
import java.util.List;
import java.util.Map;

/** What the operating system tells of the subject's process, read from outside it: a matter of milliseconds. */
public interface ProcessView {

    /** Of a process that cannot be looked at: on another machine, or on a system without {@code /proc}. */
    ProcessView NONE = new ProcessView() {};

    /** Tells whether there are sockets and descriptors to be read; where there are not, nothing is known of them. */
    default boolean isReadable() {
        return false;
    }

    /** Returns its TCP sockets. */
    default List<SocketState> sockets() {
        return List.of();
    }

    /** Returns its open descriptors by kind: {@code file}, {@code socket}, {@code pipe}, {@code other}. */
    default Map<String, Long> descriptors() {
        return Map.of();
    }

    /** Returns how many bytes of it are in memory; -1 where that is not known. */
    default long residentBytes() {
        return -1;
    }

    /** Returns what its control group may have; -1 where that is not known, or without a limit. */
    default long limitBytes() {
        return -1;
    }
}
