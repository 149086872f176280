package io.scupper.fault;

import io.scupper.model.Snapshot;
import io.scupper.spi.AgentLink;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Weaving;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** A fault woven into the subject: every step is the agent's. */
final class WovenFault implements PreparedFault {

    private final AgentLink agent;
    private final Weaving weaving;
    private long lost;
    private boolean closed;

    WovenFault(AgentLink agent, Weaving weaving) {
        this.agent = agent;
        this.weaving = weaving;
    }

    @Override
    public void arm() {
        agent.arm(weaving.faultId());
    }

    @Override
    public void lift() {
        agent.lift(weaving.faultId());
    }

    @Override
    public void compensate() {
        lost += agent.compensate(weaving.faultId());
    }

    /** What could not be given back is held for ever. */
    @Override
    public FaultReport report() {
        Snapshot.FaultCount count = agent.count(weaving.faultId());
        return new FaultReport(count.matched(), count.fired(), count.held() + lost, note(count));
    }

    /** Unweaves, which lifts and gives back first. */
    @Override
    public void close() {
        if (!closed) {
            agent.unweave(weaving.faultId());
            closed = true;
        }
    }

    private String note(Snapshot.FaultCount count) {
        var sentences = new ArrayList<String>();
        if (count.sites() == 0) {
            sentences.add("No class that the subject has loaded has one of its join points: " + joinPoints() + ".");
        }
        if (count.capped() > 0) {
            sentences.add(
                    "%d more were left alone because maxHeld is %d.".formatted(count.capped(), weaving.maxHeld()));
        }
        if (lost > 0) {
            sentences.add("%d could not be given back: what they were of is gone.".formatted(lost));
        }
        return String.join(" ", sentences);
    }

    private String joinPoints() {
        return weaving.joinPoints().stream().map(Sites::written).collect(Collectors.joining(", "));
    }
}
