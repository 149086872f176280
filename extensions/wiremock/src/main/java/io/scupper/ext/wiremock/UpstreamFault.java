package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.scupper.control.Activation;
import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.ParameterChecks;
import io.scupper.spi.Parameters;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * An upstream that answers wrongly, as a value.
 *
 * @param path which requests are meant, as a regular expression of the whole path
 * @param server name of the companion; empty if the subject has but one
 */
record UpstreamFault(
        String id,
        Map<String, String> parameters,
        Recovery recovery,
        String path,
        ResponseDefinitionBuilder answer,
        Activation activation,
        String server)
        implements Fault {

    static final Parameter PATH = new Parameter("path", "a regular expression of a path, such as '/prices/.*'", ".*");
    static final Parameter SERVER =
            new Parameter("server", "the name of a StubServer; needed if there are several", "");

    /** Makes one of the parameters that all of them have. */
    static UpstreamFault of(FaultType type, Parameters parameters, ResponseDefinitionBuilder answer) {
        new ParameterChecks(type, parameters).require("path", isPattern(parameters.text("path")));
        return new UpstreamFault(
                type.id(),
                parameters.asWritten(),
                parameters.recovery(),
                parameters.text("path"),
                answer,
                parameters.activation(),
                parameters.textOrEmpty("server"));
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        List<StubServer> servers = subject.companions().stream()
                .filter(StubServer.class::isInstance)
                .map(StubServer.class::cast)
                .toList();
        if (servers.isEmpty()) {
            throw new ScupperException(
                    "Fault '%s' needs an upstream that the test plays, and %s has none among its companions. Hold a 'StubServer.create(\"prices\")' in a static field, and give it to the system under test as a companion."
                            .formatted(id, subject.description()));
        }
        return new WrongAnswers(one(servers), this);
    }

    private StubServer one(List<StubServer> servers) {
        if (server.isBlank() && servers.size() == 1) {
            return servers.get(0);
        }
        return servers.stream()
                .filter(each -> each.name().equals(server))
                .findFirst()
                .orElseThrow(() -> new ScupperException(
                        "Parameter 'server' of fault '%s' is '%s'. Allowed is the name of a StubServer of the subject: '%s'."
                                .formatted(
                                        id,
                                        server,
                                        servers.stream()
                                                .map(Companion::name)
                                                .sorted()
                                                .collect(Collectors.joining("', '")))));
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
