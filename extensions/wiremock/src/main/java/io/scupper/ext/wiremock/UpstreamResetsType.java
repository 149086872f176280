package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;

/** Makes an upstream break its connections, before it answers or in the middle of the body. */
public final class UpstreamResetsType implements FaultType {

    /** The fault's id. */
    public static final String ID = "upstream-resets";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                UpstreamFault.PATH,
                new Parameter("how", "MID_BODY, BEFORE_RESPONSE or EMPTY_RESPONSE", "MID_BODY"),
                UpstreamFault.SERVER);
    }

    @Override
    public io.scupper.spi.Fault create(Parameters parameters) {
        How how = parameters.choice("how", How.class);
        return UpstreamFault.of(this, parameters, how.answer());
    }

    /** When it breaks. */
    enum How {
        /** After the head and a chunk that is none; whoever has asked for the connection to be closed reads nonsense instead. */
        MID_BODY,
        /** With a reset in the place of an answer. */
        BEFORE_RESPONSE,
        /** With an end of stream in the place of an answer. */
        EMPTY_RESPONSE;

        ResponseDefinitionBuilder answer() {
            return WireMock.aResponse()
                    .withFault(
                            switch (this) {
                                case MID_BODY -> Fault.MALFORMED_RESPONSE_CHUNK;
                                case BEFORE_RESPONSE -> Fault.CONNECTION_RESET_BY_PEER;
                                case EMPTY_RESPONSE -> Fault.EMPTY_RESPONSE;
                            });
        }
    }
}
