package io.scupper.ext.container;

import io.scupper.runtime.OutsideWords;
import io.scupper.runtime.Teardown;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import io.scupper.spi.ProcessView;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.SubjectSpec;
import java.net.URI;
import java.util.Optional;

/** Runs an image that takes no agent, and has it read from outside. */
final class OutsideContainer {

    private OutsideContainer() {}

    static RunningSubject start(
            SubjectSpec spec, Engine engine, Image image, ContainerCompanions companions, Teardown teardown) {
        ContainerPlan plan = SubjectPlan.of(spec, image, Image.settings(engine, image.resolved()), companions);
        LiveContainer container = LiveContainer.start(engine, plan);
        teardown.add(container::close);
        Vitals vitals = container.vitals();
        Deadline deadline = Deadline.in(spec.readyWithin());
        URI http = ContainerRuntime.uri(container.address(spec.httpPort()));
        Readiness.await(vitals, http, spec.readyPath(), deadline);
        ProcessView process = container.process();
        AgentLink link = spec.outside().orElseThrow().reader().connect(http, process);
        teardown.add(link::close);
        return new ContainerSubject(
                OutsideWords.describe(spec, link, process),
                vitals,
                Optional.of(http),
                link,
                spec.companions(),
                companions.peers(),
                teardown);
    }
}
