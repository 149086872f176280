package io.scupper.ext.redis;

import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.spi.AgentLink;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Weaving;
import java.io.IOException;

/** Delays each message in the subject's own listener, by the agent; the rest of the connection is left alone. */
final class SlowListener implements PreparedFault {

    private final AgentLink agent;
    private final Weaving weaving;
    private final Publisher publisher;
    private final OutputBufferWatch watch;
    private boolean closed;

    private SlowListener(AgentLink agent, Weaving weaving, Publisher publisher, OutputBufferWatch watch) {
        this.agent = agent;
        this.weaving = weaving;
        this.publisher = publisher;
        this.watch = watch;
    }

    /** Weaves the delay into the subject, without effect as yet. */
    static SlowListener weave(AgentLink agent, Weaving weaving, Publisher publisher, OutputBufferWatch watch) {
        try {
            agent.weave(weaving);
        } catch (ScupperException e) {
            watch.close();
            publisher.close();
            throw e;
        }
        return new SlowListener(agent, weaving, publisher, watch);
    }

    @Override
    public void arm() {
        watch.start();
        agent.arm(weaving.faultId());
        publisher.arm();
    }

    @Override
    public void lift() {
        publisher.lift();
        agent.lift(weaving.faultId());
        watch.stop();
    }

    @Override
    public void compensate() {
        agent.compensate(weaving.faultId());
    }

    @Override
    public FaultReport report() {
        var count = agent.count(weaving.faultId());
        return new FaultReport(count.matched(), count.fired(), count.held(), note(count) + watch.evidence());
    }

    @Override
    public boolean bringsTraffic() {
        return publisher.bringsTraffic();
    }

    @Override
    public void operate() throws IOException {
        publisher.operate();
    }

    @Override
    public void close() {
        try (watch;
                publisher) {
            publisher.lift();
            if (!closed) {
                agent.unweave(weaving.faultId());
                closed = true;
            }
        }
    }

    private String note(Snapshot.FaultCount count) {
        if (count.sites() == 0) {
            return "no listener of Lettuce or Jedis is loaded in the subject";
        }
        String note = "delayed " + count.fired() + " of " + count.matched() + " messages by "
                + weaving.effect().argument() + " ms";
        return count.capped() == 0 ? note : note + ", spared " + count.capped() + " because 'maxHeld' were held";
    }
}
