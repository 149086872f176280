package io.scupper.junit;

import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.report.JsonRecord;
import io.scupper.spi.RunningSubject;
import java.lang.reflect.Method;
import java.nio.file.Path;

/** Keeps the record of each experiment, whatever comes of it. */
final class Records {

    /** The folder of the records; {@code target/scupper} by default. */
    private static final String SETTING = "scupper.records";

    private Records() {}

    static Path fileOf(Class<?> testClass, Method method) {
        return Path.of(System.getProperty(SETTING, "target/scupper"))
                .resolve(testClass.getName())
                .resolve(method.getName() + ".json");
    }

    /** Runs an experiment and writes its record; one that ends in an error leaves a record that says so. */
    static Run kept(String test, RunningSubject subject, Path file, Runnable experiment) throws InterruptedException {
        try {
            Run run = experiment.run();
            JsonRecord.write(run, file);
            return run;
        } catch (ScupperException e) {
            JsonRecord.writeError(test, subject.kind().word(), String.valueOf(e.getMessage()), file);
            throw e;
        }
    }

    /** An experiment that is ready to run. */
    @FunctionalInterface
    interface Runnable {
        Run run() throws InterruptedException;
    }
}
