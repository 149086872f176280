package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import java.time.Duration;
import java.util.List;

/**
 * Makes an upstream whose answers take longer than anybody should wait: a body that comes in dribs and drabs, so that no
 * time-out of a single read ever strikes, or silence. Both end after {@code lasts}, which is what bounds the answers that are
 * under way at lift.
 */
public final class UpstreamNeverEndsType implements FaultType {

    /** The fault's id. */
    public static final String ID = "upstream-never-ends";

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Ten a second: none of the usual time-outs of a read is as short as the pauses. */
    private static final int CHUNK_MILLIS = 100;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                UpstreamFault.PATH,
                new Parameter("how", "DRIBBLE or SILENCE", "DRIBBLE"),
                new Parameter("lasts", "a duration from 100ms to 5m, such as '10s'", "10s"),
                UpstreamFault.SERVER);
    }

    @Override
    public Fault create(Parameters parameters) {
        Duration lasts = parameters.duration("lasts");
        new ParameterChecks(this, parameters)
                .require("lasts", lasts.toMillis() >= CHUNK_MILLIS && lasts.compareTo(LONGEST) <= 0);
        int millis = (int) lasts.toMillis();
        ResponseDefinitionBuilder answer = switch (parameters.choice("how", How.class)) {
            case DRIBBLE -> dribble(millis);
            case SILENCE -> WireMock.ok("late").withFixedDelay(millis);
        };
        return UpstreamFault.of(this, parameters, answer);
    }

    private static ResponseDefinitionBuilder dribble(int millis) {
        int chunks = millis / CHUNK_MILLIS;
        return WireMock.ok(".".repeat(chunks)).withChunkedDribbleDelay(chunks, millis);
    }

    /** What it does in the meantime. */
    enum How {
        DRIBBLE,
        SILENCE
    }
}
