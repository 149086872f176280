package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves locks and permits of semaphores held; wants a caller or a thread. */
public final class UnreleasedLockType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unreleased-lock";

    private static final Library LOCKS =
            Library.ofJdk("JDK ReentrantLock", "java.util.concurrent.locks.ReentrantLock", "17", "25");
    private static final Library SEMAPHORES =
            Library.ofJdk("JDK Semaphore", "java.util.concurrent.Semaphore", "17", "25");

    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(LOCKS, "java.util.concurrent.locks.ReentrantLock", "unlock", 0)
                    .noting("only the thread that holds it could unlock it: it cannot be given back"),
            ReleasePoint.of(SEMAPHORES, "java.util.concurrent.Semaphore", "release", 0));

    /** Makes the type. */
    public UnreleasedLockType() {
        super(ID, POINTS);
    }
}
