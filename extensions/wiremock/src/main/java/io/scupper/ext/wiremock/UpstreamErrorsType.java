package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import java.util.List;

/** Makes an upstream answer with an error, in as many operations as the activation chooses: all of them by default. */
public final class UpstreamErrorsType implements FaultType {

    /** The fault's id. */
    public static final String ID = "upstream-errors";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                UpstreamFault.PATH,
                new Parameter("status", "a whole number from 400 to 599", "503"),
                new Parameter("body", "the text of the answer; may be empty", "unavailable"),
                UpstreamFault.SERVER);
    }

    @Override
    public Fault create(Parameters parameters) {
        int status = new ParameterChecks(this, parameters).whole("status", 400, 599);
        return UpstreamFault.of(
                this, parameters, WireMock.aResponse().withStatus(status).withBody(parameters.textOrEmpty("body")));
    }
}
