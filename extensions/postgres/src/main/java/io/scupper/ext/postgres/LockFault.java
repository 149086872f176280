package io.scupper.ext.postgres;

import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import java.time.Duration;
import java.util.Map;

/**
 * A lock that is held against the subject, as a value.
 *
 * @param hold how long at a time; zero for all the while
 * @param server name of the companion; empty if the subject has but one
 */
record LockFault(String id, Map<String, String> parameters, Recovery recovery, Lock lock, Duration hold, String server)
        implements Fault {

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        return prepare(subject, id);
    }

    @Override
    public PreparedFault prepare(RunningSubject subject, String name) {
        return HeldLock.prepare(
                this, name, new PostgresOf(id, server).require(subject).database());
    }
}
