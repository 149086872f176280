package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.scupper.control.Trigger;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import java.io.IOException;
import java.util.UUID;

/**
 * A stub before all others that gives the wrong answer, there for as long as the activation chooses operations: each
 * operation decides for the next one. It fires with each operation in which it was asked at least once, which a scenario of
 * WireMock remembers, because the server keeps no journal. Lifting takes the stub away; answers that are under way end as
 * they were meant to. Nothing is left to compensate.
 */
final class WrongAnswers implements PreparedFault {

    /** Before any priority that a test would give: the least comes first. */
    private static final int FIRST = -1_000_000;

    private static final String ASKED = "asked";

    private final UpstreamFault fault;
    private final WireMock wireMock;
    private final UUID id = UUID.randomUUID();
    private final String scenario = "scupper-" + id;

    private Trigger trigger;
    private boolean armed;
    private boolean there;
    private long fired;

    WrongAnswers(StubServer server, UpstreamFault fault) {
        this.fault = fault;
        this.wireMock = server.client();
        this.trigger = new Trigger(fault.activation());
    }

    @Override
    public synchronized void arm() {
        trigger = new Trigger(fault.activation());
        fired = 0;
        armed = true;
        decide();
    }

    @Override
    public synchronized void lift() {
        if (armed) {
            armed = false;
            takeAway();
        }
    }

    @Override
    public void compensate() {}

    @Override
    public synchronized FaultReport report() {
        String note = "in %d of %d operations that were to be answered wrongly the upstream was asked"
                .formatted(fired, trigger.fired());
        return new FaultReport(trigger.matched(), fired, 0, note);
    }

    /** Its traffic is what it tells the upstream. */
    @Override
    public boolean bringsTraffic() {
        return true;
    }

    @Override
    public synchronized void operate() throws IOException {
        if (armed) {
            try {
                decide();
            } catch (RuntimeException e) {
                throw new IOException("The upstream could not be told how to answer: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        lift();
    }

    private void decide() {
        countIfAsked();
        if (!trigger.pull()) {
            takeAway();
        } else if (!there) {
            wireMock.register(stub());
            there = true;
        }
    }

    private void takeAway() {
        countIfAsked();
        if (there) {
            wireMock.removeStubMapping(id);
            there = false;
        }
    }

    private void countIfAsked() {
        if (there && isAsked()) {
            fired++;
            wireMock.resetScenarioState(scenario);
        }
    }

    private boolean isAsked() {
        return wireMock.getScenarios().stream()
                .anyMatch(each ->
                        each.getName().equals(scenario) && each.getState().equals(ASKED));
    }

    private MappingBuilder stub() {
        return WireMock.any(WireMock.urlPathMatching(fault.path()))
                .withId(id)
                .atPriority(FIRST)
                .inScenario(scenario)
                .willSetStateTo(ASKED)
                .willReturn(fault.answer());
    }
}
