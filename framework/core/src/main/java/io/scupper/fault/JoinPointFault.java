package io.scupper.fault;

import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.Weaving;
import java.util.Map;

/**
 * A fault that is an effect at join points of the subject's code, carried out by the agent. A {@code FaultType} of an
 * extension may return one: then its fault is data and nothing else.
 *
 * @param parameters in words, for the record
 */
public record JoinPointFault(Map<String, String> parameters, Recovery recovery, Weaving weaving) implements Fault {

    public JoinPointFault {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public String id() {
        return weaving.faultId();
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        var woven = weaving.recoveredBy(recovery);
        subject.agent().weave(woven);
        return new WovenFault(subject.agent(), woven);
    }
}
