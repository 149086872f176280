package io.scupper.junit;

import io.scupper.engine.Operation;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.Verdict;
import io.scupper.report.FailureMessage;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.AssertionFailedError;

/**
 * What every fault promises, as tests. Whoever writes a fault extends this class and says three things: the fault, a subject that
 * leaks under it, and an operation that reaches it.
 *
 * <p>It leaks while it is armed, and does nothing while it is not; it is lifted at once and gives back what it withheld;
 * wrong parameters are refused with a message that names what is allowed; closing it twice does no harm and leaves nothing
 * woven behind.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FaultContract {

    private static final List<String> CHECKED =
            List.of("a whole number", "a number", "a size", "a duration", "true or");

    private @Nullable ContractSubject shared;

    /**
     * Returns the fault, with the parameters that make the subject leak: not so often that {@code maxHeld} is reached within some
     * 16 rounds.
     */
    protected abstract FaultSpec fault();

    /** Describes a subject that leaks under the fault, and does not leak without it. */
    protected abstract Sut subject();

    /** Returns what reaches the fault; by default nothing, for a fault that brings its own traffic. */
    protected Operation operation(HttpCalls http) {
        return Operation.NONE;
    }

    /** Returns parameters that the fault must refuse, beside those that are of the wrong kind. */
    protected Map<String, String> refused() {
        return Map.of();
    }

    /** Sets what the experiments need beside the fault and the operation, such as the operations of a round. */
    protected LeakExperiment tuned(LeakExperiment experiment) {
        return experiment;
    }

    /** Where the subject runs. */
    protected Where where() {
        return Where.AUTO;
    }

    @Test
    final void leaksWhileItIsArmed() throws InterruptedException {
        Run run = run(true);
        require(run.verdict() == Verdict.LEAK, "The subject did not leak while the fault was armed", told(run));
    }

    @Test
    final void subjectIsCleanWithoutIt() throws InterruptedException {
        Run run = run(false);
        require(run.verdict() == Verdict.CLEAN, "The subject is not CLEAN without the fault", told(run));
    }

    @Test
    final void doesNothingUntilItIsArmed() throws Throwable {
        try (var fault = started().prepare(fault())) {
            fault.operateOften();
            require(fault.fired() == 0, "It fired before it was armed", fault.told());
        }
    }

    @Test
    final void isLiftedAtOnce() throws Throwable {
        try (var fault = started().prepare(fault())) {
            fault.arm();
            fault.operateUntilFired();
            fault.lift();
            long fired = fault.fired();
            fault.operateOften();
            require(fault.fired() == fired, "It fired after it was lifted", fault.told());
        }
    }

    @Test
    final void givesBackWhatItWithheld() throws Throwable {
        try (var fault = started().prepare(fault())) {
            fault.arm();
            fault.operateUntilFired();
            fault.lift();
            fault.compensate();
            require(fault.held() == 0, "It still holds something after it was compensated", fault.told());
        }
    }

    @Test
    final void closesTwiceAndLeavesNothingWoven() throws Throwable {
        List<String> before = started().woven();
        var fault = started().prepare(fault());
        fault.arm();
        fault.operateUntilFired();
        fault.close();
        fault.close();
        require(
                started().woven().equals(before),
                "It left something woven",
                started().woven().toString());
        try (var again = started().prepare(fault())) {
            again.operateOften();
        }
    }

    @Test
    final void refusesWhatIsNotAllowed() {
        FaultType type = type();
        List<String> accepted = new ArrayList<>();
        allOf(type).filter(FaultContract::isChecked).forEach(parameter -> refuse(parameter, "so-so", accepted));
        refused()
                .forEach((name, value) -> allOf(type)
                        .filter(parameter -> parameter.name().equals(name))
                        .forEach(parameter -> refuse(parameter, value, accepted)));
        refuse(new Parameter("no-such-parameter", "", ""), "1", accepted);
        require(accepted.isEmpty(), "Not refused, or without naming what is allowed", String.join("; ", accepted));
    }

    @AfterAll
    final void stopSubject() {
        if (shared != null) {
            shared.close();
        }
    }

    private void refuse(Parameter parameter, String value, List<String> accepted) {
        String given = parameter.name() + "=" + value;
        try {
            Faults.create(fault().with(parameter.name(), value));
            accepted.add(given + " was accepted");
        } catch (ScupperException e) {
            String message = String.valueOf(e.getMessage());
            boolean names = message.contains(parameter.name());
            if (!names || !(message.contains("Allowed is ") || message.contains("It knows: "))) {
                accepted.add(given + " was refused with '" + message + "'");
            }
        }
    }

    private static boolean isChecked(Parameter parameter) {
        return CHECKED.stream().anyMatch(parameter.allowed()::startsWith);
    }

    private static Stream<Parameter> allOf(FaultType type) {
        List<String> own = type.parameters().stream().map(Parameter::name).toList();
        return Stream.concat(
                type.parameters().stream(), Parameters.COMMON.stream().filter(common -> !own.contains(common.name())));
    }

    private FaultType type() {
        return Faults.types().stream()
                .filter(type -> type.id().equals(fault().id()))
                .findFirst()
                .orElseThrow(() -> new AssertionFailedError("Fault '%s' is not registered in META-INF/services/%s."
                        .formatted(fault().id(), FaultType.class.getName())));
    }

    /** A subject of its own for each experiment: what one has leaked is nothing to the other. */
    private Run run(boolean armed) throws InterruptedException {
        try (var subject = new ContractSubject(subject().start(where()), this::operation)) {
            if (armed) {
                return tuned(subject.experiment(getClass().getSimpleName()).inject(fault()))
                        .run();
            }
            try (var unarmed = subject.prepare(fault())) {
                return tuned(subject.experiment(getClass().getSimpleName()).operation(unarmed::operate))
                        .run();
            }
        }
    }

    private ContractSubject started() {
        ContractSubject subject = shared;
        if (subject == null) {
            subject = new ContractSubject(subject().start(where()), this::operation);
            shared = subject;
        }
        return subject;
    }

    private static String told(Run run) {
        return FailureMessage.of(run, Path.of("none"));
    }

    private static void require(boolean holds, String what, String evidence) {
        if (!holds) {
            throw new AssertionFailedError(what + ": " + evidence);
        }
    }
}
