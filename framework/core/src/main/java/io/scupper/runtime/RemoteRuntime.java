package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import io.scupper.spi.ProcessView;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectRuntime;
import io.scupper.spi.SubjectSpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** Reads a subject that runs already, wherever that is; neither starts nor ends it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RemoteRuntime implements SubjectRuntime {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.REMOTE;
    }

    @Override
    public RunningSubject start(SubjectSpec spec) {
        if (!spec.companions().isEmpty()) {
            throw new ScupperException(("%s runs already, and cannot be told where its companions are:"
                            + " leave Sut.….with(…) out, or let Scupper start it.")
                    .formatted(spec.description()));
        }
        URI server = spec.outside().orElseThrow().address().orElseThrow();
        requireReady(spec, server, spec.readyWithin());
        AgentLink link = spec.outside().orElseThrow().reader().connect(server, ProcessView.NONE);
        var teardown = new Teardown();
        teardown.add(link::close);
        return new OutsideSubject(
                RuntimeKind.REMOTE,
                OutsideWords.describe(spec, link, ProcessView.NONE),
                spec,
                server,
                link,
                List.of(),
                () -> {},
                teardown);
    }

    private static void requireReady(SubjectSpec spec, URI server, Duration within) {
        var check = new ReadyCheck(server, spec.readyPath());
        Deadline deadline = Deadline.in(within.compareTo(ANSWERS_WITHIN) < 0 ? within : ANSWERS_WITHIN);
        while (!check.isReady(deadline)) {
            if (deadline.isOver()) {
                throw new ScupperException("%s does not answer within %s: %s."
                        .formatted(spec.description(), TimeSpan.format(ANSWERS_WITHIN), check.lastSeen()));
            }
            deadline.pause(spec.description());
        }
    }
}
