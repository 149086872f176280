package io.scupper.junit;

import io.scupper.model.Run;
import io.scupper.report.FailureMessage;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Turns a verdict into what JUnit knows: passed, failed, aborted. */
final class Outcome {

    /** {@code fail} makes an inconclusive test fail; it is aborted otherwise, which is no pass and no failure. */
    private static final String SETTING = "scupper.inconclusive";

    private Outcome() {}

    static void report(Run run, Path record, Page page) {
        report(run, record, page, "");
    }

    /** As {@link #report(Run, Path, Page)}, with more to be said at the end. */
    static void report(Run run, Path record, Page page, String more) {
        switch (run.verdict()) {
            case LEAK, OVER_BUDGET ->
                throw new AssertionFailedError(FailureMessage.of(run, record, page.said()) + more);
            case INCONCLUSIVE -> {
                String message = FailureMessage.of(run, record, page.said()) + more;
                if (System.getProperty(SETTING, "abort").equals("fail")) {
                    throw new AssertionFailedError(message);
                }
                throw new TestAbortedException(message);
            }
            default -> {}
        }
    }
}
