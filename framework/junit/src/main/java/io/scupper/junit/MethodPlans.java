package io.scupper.junit;

import io.scupper.fault.FaultAnnotations;
import io.scupper.model.ScupperException;
import io.scupper.spi.RunningSubject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Reads the annotations of a test method and its class into an experiment. */
final class MethodPlans {

    private MethodPlans() {}

    /**
     * Reads the annotations of all methods, so that a wrong one fails before anything is started.
     *
     * @throws ScupperException that names the method, what was given and what is allowed
     */
    static void validate(Class<?> testClass) {
        for (Method method : experiments(testClass)) {
            try {
                experiment(MethodPlans::notStarted, testClass, method).plan();
            } catch (ScupperException e) {
                throw new ScupperException("%s: %s".formatted(name(testClass, method), e.getMessage()), e);
            }
        }
    }

    /** Returns the methods that are experiments. */
    static List<Method> experiments(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedMethods(
                testClass, ReturnsToBaseline.class, HierarchyTraversalMode.TOP_DOWN);
    }

    /** Returns the name of an experiment, for messages and the record. */
    static String name(Class<?> testClass, Method method) {
        return testClass.getSimpleName() + "." + method.getName();
    }

    /** Returns the annotation of a class, or else of the one around it that it is an inner class of. */
    static Optional<LeakTest> leakTest(Class<?> testClass) {
        @Nullable Class<?> type = testClass;
        while (type != null) {
            Optional<LeakTest> found = AnnotationSupport.findAnnotation(type, LeakTest.class);
            if (found.isPresent()) {
                return found;
            }
            type = Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
        }
        return Optional.empty();
    }

    /** Returns the experiment that the annotations describe; the operation and the listener are still to be set. */
    static LeakExperiment experiment(Supplier<RunningSubject> subject, Class<?> testClass, Method method) {
        LeakTest onClass = leakTest(testClass).orElseThrow();
        ReturnsToBaseline onMethod = AnnotationSupport.findAnnotation(method, ReturnsToBaseline.class)
                .orElseThrow();
        var experiment = LeakExperiment.on(subject)
                .named(name(testClass, method))
                .within(onMethod.within().isBlank() ? onClass.within() : onMethod.within())
                .idle(onClass.idle())
                .operations(or(onMethod.operations(), onClass.operations()))
                .rounds(or(onMethod.rounds(), onClass.rounds()))
                .controlRounds(onClass.controlRounds())
                .concurrency(or(onMethod.concurrency(), onClass.concurrency()))
                .acceptCollected(onMethod.acceptCollected())
                .watchingThreadLocals(onClass.threadLocals())
                .planting(onClass.planting())
                .explaining(Records.fileOf(testClass, method))
                .allowing(onMethod.heap(), onMethod.threads(), onMethod.connections(), onMethod.descriptors());
        AnnotationSupport.findAnnotation(method, AbortWhen.class)
                .or(() -> AnnotationSupport.findAnnotation(testClass, AbortWhen.class))
                .ifPresent(abort -> experiment.abortWhen(abort.heap(), abort.memory(), abort.health(), abort.unwell()));
        AnnotationSupport.findAnnotation(method, Budget.class)
                .or(() -> AnnotationSupport.findAnnotation(testClass, Budget.class))
                .ifPresent(budget -> experiment.budgets(Budgets.of(budget)));
        FaultAnnotations.on(testClass).forEach(experiment::inject);
        FaultAnnotations.on(method).forEach(experiment::inject);
        return experiment;
    }

    private static RunningSubject notStarted() {
        throw new IllegalStateException("Nothing is started while annotations are read.");
    }

    private static int or(int own, int inherited) {
        return own != 0 ? own : inherited;
    }
}
