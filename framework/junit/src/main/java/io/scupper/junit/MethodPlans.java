package io.scupper.junit;

import io.scupper.fault.FaultAnnotations;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.model.ScupperException;
import io.scupper.spi.RunningSubject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
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
        for (Method method : AnnotationSupport.findAnnotatedMethods(
                testClass, ReturnsToBaseline.class, HierarchyTraversalMode.TOP_DOWN)) {
            try {
                faults(testClass, method).forEach(Faults::create);
            } catch (ScupperException e) {
                throw new ScupperException(
                        "%s.%s: %s".formatted(testClass.getSimpleName(), method.getName(), e.getMessage()), e);
            }
        }
    }

    /** Returns the experiment that the annotations describe; the operation and the listener are still to be set. */
    static LeakExperiment experiment(RunningSubject subject, Class<?> testClass, Method method) {
        LeakTest onClass =
                AnnotationSupport.findAnnotation(testClass, LeakTest.class).orElseThrow();
        ReturnsToBaseline onMethod = AnnotationSupport.findAnnotation(method, ReturnsToBaseline.class)
                .orElseThrow();
        var experiment = LeakExperiment.on(subject)
                .within(onMethod.within().isBlank() ? onClass.within() : onMethod.within())
                .operations(or(onMethod.operations(), onClass.operations()))
                .rounds(or(onMethod.rounds(), onClass.rounds()))
                .controlRounds(onClass.controlRounds())
                .concurrency(or(onMethod.concurrency(), onClass.concurrency()))
                .allowing(onMethod.heap(), onMethod.threads(), onMethod.connections(), onMethod.descriptors());
        faults(testClass, method).forEach(experiment::inject);
        return experiment;
    }

    private static List<FaultSpec> faults(Class<?> testClass, Method method) {
        var faults = new ArrayList<FaultSpec>(FaultAnnotations.on(testClass));
        faults.addAll(FaultAnnotations.on(method));
        return faults;
    }

    private static int or(int own, int inherited) {
        return own != 0 ? own : inherited;
    }
}
