package io.scupper.junit;

import io.scupper.model.Run;
import io.scupper.report.JsonRecord;
import io.scupper.spi.RunningSubject;
import java.lang.reflect.Method;
import java.nio.file.Path;

/** Keeps the record of each experiment, whatever comes of it. */
final class Records {

    /** The folder of the records; {@code target/scupper} by default. */
    private static final String SETTING = "scupper.records";

    /** Stands for the runtime where nothing runs. */
    private static final String NONE = "none";

    private Records() {}

    static Path fileOf(Class<?> testClass, Method method) {
        return folder().resolve(testClass.getName()).resolve(method.getName() + ".json");
    }

    static Path folder() {
        return Path.of(System.getProperty(SETTING, "target/scupper"));
    }

    /** Runs an experiment and writes its record; one that ends in an error leaves a record that says so. */
    static Run kept(Class<?> testClass, Method method, RunningSubject subject, Runnable experiment)
            throws InterruptedException {
        try {
            Run run = experiment.run();
            JsonRecord.write(run, fileOf(testClass, method));
            return run;
        } catch (RuntimeException | Error | InterruptedException e) {
            keep(testClass, method, subject.kind().word(), e);
            throw e;
        }
    }

    /** Writes a record that says why no experiment of the class was carried out, over those of an earlier run. */
    static void keepNotStarted(Class<?> testClass, Throwable error) {
        MethodPlans.experiments(testClass).forEach(method -> keep(testClass, method, NONE, error));
    }

    private static void keep(Class<?> testClass, Method method, String runtime, Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        try {
            JsonRecord.writeError(MethodPlans.name(testClass, method), runtime, message, fileOf(testClass, method));
        } catch (RuntimeException e) {
            error.addSuppressed(e);
        }
    }

    /** An experiment that is ready to run. */
    @FunctionalInterface
    interface Runnable {
        Run run() throws InterruptedException;
    }
}
