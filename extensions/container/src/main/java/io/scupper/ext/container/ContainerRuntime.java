package io.scupper.ext.container;

import io.scupper.model.ScupperException;
import io.scupper.runtime.AgentOptions;
import io.scupper.runtime.OutsideWords;
import io.scupper.runtime.Teardown;
import io.scupper.spi.AgentLink;
import io.scupper.spi.Deadline;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.RuntimeKind;
import io.scupper.spi.SubjectRuntime;
import io.scupper.spi.SubjectSpec;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Runs the subject in a container: any image that starts a JVM, or a jar or main class of the tests in a plain Java image.
 * Companions run beside it on a private network. Without a container engine every start fails; nothing is skipped.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ContainerRuntime implements SubjectRuntime {

    /** What the agent gets at least, when an HTTP server took almost all the time there was. */
    private static final Duration AGENT_WITHIN = Duration.ofSeconds(5);

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.CONTAINER;
    }

    /**
     * {@inheritDoc} That time begins when the subject's container runs: an image to be pulled, and companions, have bounds
     * of their own.
     *
     * @throws ScupperException also if no engine answers, or an image is missing; both are known within seconds
     */
    @Override
    public RunningSubject start(SubjectSpec spec) {
        if (spec.image().isEmpty() && spec.jar().isEmpty() && spec.mainClass().isEmpty()) {
            throw new ScupperException("This JVM is tested in-process only, and the runtime is container:"
                    + " name an image, a jar or a main class, or run on 'in-process'.");
        }
        spec.outside().ifPresent(outside -> OutsideWords.requireHttp(spec));
        Engine engine = Engine.require();
        Image image = Image.require(engine, SubjectPlan.imageName(spec));
        var teardown = new Teardown();
        try {
            ContainerCompanions companions = ContainerCompanions.start(engine, spec.companions());
            teardown.add(companions::close);
            return spec.outside().isPresent()
                    ? OutsideContainer.start(spec, engine, image, companions, teardown)
                    : start(spec, engine, image, companions, teardown);
        } catch (RuntimeException | Error e) {
            teardown.closeBecauseOf(e);
            throw e;
        }
    }

    private static RunningSubject start(
            SubjectSpec spec, Engine engine, Image image, ContainerCompanions companions, Teardown teardown) {
        AgentOptions options = AgentPlug.newOptions();
        LiveContainer container = LiveContainer.start(engine, SubjectPlan.of(spec, image, options, companions));
        teardown.add(container::close);
        Vitals vitals = container.vitals();

        Deadline deadline = Deadline.in(spec.readyWithin());
        InetSocketAddress agentAddress = container.address(AgentPlug.PORT);
        Optional<URI> http =
                spec.httpPort() > 0 ? Optional.of(uri(container.address(spec.httpPort()))) : Optional.empty();
        http.ifPresent(server -> Readiness.await(vitals, server, spec.readyPath(), deadline));

        Deadline forAgent = http.isPresent() ? deadline.orAtLeast(AGENT_WITHIN) : deadline;
        AgentLink agent = AgentPlug.connect(vitals, agentAddress, options.token(), forAgent);
        teardown.add(agent::close);
        // Again, and first: the agent has nothing to give back in a JVM that goes, and one that hangs does not answer
        // it.
        teardown.add(container::close);
        return new ContainerSubject(
                spec.description(), vitals, http, agent, spec.companions(), companions.peers(), teardown);
    }

    static URI uri(InetSocketAddress address) {
        String host = address.getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }
}
