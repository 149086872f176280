package io.scupper.junit;

import io.scupper.engine.Census;
import io.scupper.engine.Planting;
import io.scupper.fault.FaultAnnotations;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import io.scupper.model.Snapshot;
import io.scupper.probe.JvmProbes;
import io.scupper.spi.Deadline;
import io.scupper.spi.FaultType;
import io.scupper.spi.Probe;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** The experiment of one test method, to be run again with more faults than its own. */
final class Rerun {

    /** So rare a firing that none comes. */
    private static final long NEVER = Long.MAX_VALUE;

    /** How long what was given back may take to show. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

    private final SubjectField field;
    private final Class<?> testClass;
    private final ReflectiveInvocationContext<Method> invoked;
    private final List<HttpCalls> calls;

    Rerun(SubjectField field, Class<?> testClass, ReflectiveInvocationContext<Method> invoked) {
        this.field = field;
        this.testClass = testClass;
        this.invoked = invoked;
        this.calls = invoked.getArguments().stream()
                .filter(HttpCalls.class::isInstance)
                .map(HttpCalls.class::cast)
                .toList();
    }

    String test() {
        return MethodPlans.name(testClass, invoked.getExecutable());
    }

    /** Returns the test as Maven and Gradle select it. */
    String selector() {
        return testClass.getName() + "#" + invoked.getExecutable().getName();
    }

    /** Returns the experiment as the annotations describe it. */
    LeakExperiment experiment(String name) {
        Method method = invoked.getExecutable();
        return MethodPlans.experiment(field::running, testClass, method)
                .named(name)
                .operation(TestBody.of(method, invoked.getTarget().orElse(null), invoked.getArguments()))
                .listener(new Listeners(ConsoleProgress.of(name), new ArmedCalls(calls)));
    }

    /** Returns the experiment with more faults, of which only the verdict is wanted. */
    LeakExperiment brief(String name, List<FaultSpec> more) {
        LeakExperiment experiment =
                experiment(name).unexplained().budgets(List.of()).planting(Planting.OFF);
        more.forEach(experiment::inject);
        return experiment;
    }

    /** Returns how often the operations of one round reach the types of faults that can do with their defaults. */
    List<Census.Count> reaches(Predicate<FaultType> wanted) throws InterruptedException {
        List<String> own = own();
        List<FaultSpec> counted = Faults.types().stream()
                .filter(wanted)
                .map(FaultType::id)
                .filter(id -> !own.contains(id))
                .map(id -> Faults.of(id).with("every", NEVER))
                .filter(Rerun::canBeMade)
                .toList();
        return counted.isEmpty() ? List.of() : experiment(test() + " census").reaches(counted);
    }

    /** Returns the ids of the faults that the test has by itself. */
    private List<String> own() {
        return Stream.concat(
                        FaultAnnotations.on(testClass).stream(), FaultAnnotations.on(invoked.getExecutable()).stream())
                .map(FaultSpec::id)
                .toList();
    }

    /** Reads the counted resources, to compare with later. */
    Map<Resource, Long> counts() {
        Snapshot snapshot = field.running().agent().peek();
        var counts = new HashMap<Resource, Long>();
        for (Probe probe : JvmProbes.all()) {
            counts.putAll(probe.read(snapshot));
        }
        return counts;
    }

    /** Lets the subject go on if it is as before, and starts it anew if it is not. */
    void recover(Map<Resource, Long> before, boolean broken) {
        if (broken || !isBack(before)) {
            if (field.restart()) {
                field.running().http().ifPresent(base -> calls.forEach(each -> each.movedTo(base)));
            }
        }
    }

    private boolean isBack(Map<Resource, Long> before) {
        Deadline deadline = Deadline.in(BACK_WITHIN);
        while (true) {
            try {
                if (counts().entrySet().stream()
                        .allMatch(now -> now.getValue() <= before.getOrDefault(now.getKey(), 0L))) {
                    return true;
                }
            } catch (ScupperException e) {
                return false;
            }
            if (deadline.isOver()) {
                return false;
            }
            deadline.pause(test());
        }
    }

    private static boolean canBeMade(FaultSpec spec) {
        try {
            Faults.create(spec);
            return true;
        } catch (ScupperException e) {
            return false;
        }
    }
}
