package io.scupper.ext.redis;

import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import java.util.Map;

/**
 * Clients that make Redis hold memory, as a value.
 *
 * @param connections from 1
 * @param redis name of the companion; empty if the subject has but one
 */
record HeldClientsFault(
        Map<String, String> parameters, Recovery recovery, Holding holding, int connections, String redis)
        implements Fault {

    @Override
    public String id() {
        return holding.faultId();
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        return prepare(subject, id());
    }

    @Override
    public PreparedFault prepare(RunningSubject subject, String name) {
        return new HeldClients(new RedisOf(id(), redis).require(subject), holding.named(name), connections);
    }
}
