package io.scupper.fault;

import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.Weaving;
import java.util.List;
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

    /**
     * Makes one with the activation, the recovery and the cap that the common parameters say.
     *
     * @param at where, at least one place
     */
    public static JoinPointFault of(FaultType type, Parameters parameters, Effect effect, JoinPoint... at) {
        int maxHeld = (int) Math.min(Integer.MAX_VALUE, parameters.whole("maxHeld", 1));
        return new JoinPointFault(
                parameters.asWritten(),
                parameters.recovery(),
                new Weaving(type.id(), List.of(at), effect, parameters.activation(), maxHeld));
    }

    @Override
    public String id() {
        return weaving.faultId();
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        return prepare(subject, id());
    }

    @Override
    public PreparedFault prepare(RunningSubject subject, String name) {
        var woven = weaving.recoveredBy(recovery).named(name);
        subject.agent().weave(woven);
        return new WovenFault(subject.agent(), woven);
    }
}
