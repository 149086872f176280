package io.scupper.fault;

import io.scupper.spi.Parameter;
import java.util.List;

/** Makes unclosed responses from parameters; what they mean is said at {@link UnclosedResponses}. */
public final class UnclosedResponseType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unclosed-response";

    /** Makes the type. */
    public UnclosedResponseType() {
        super(ID, ResponsePoints.ALL);
    }

    @Override
    List<Parameter> ownParameters() {
        return List.of(new Parameter("client", "ANY, APACHE, APACHE_4, OKHTTP, REACTOR or JDK", "ANY"));
    }

    @Override
    List<ReleasePoint> rows(Allowed allowed) {
        return ResponsePoints.of(allowed.parameters().choice("client", UnclosedResponses.Client.class));
    }
}
