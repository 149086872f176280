package io.scupper.gate.decision;

import io.scupper.gate.record.TestRecord.Leak;
import java.util.Optional;

/**
 * One thing that the gate has to say of a build.
 *
 * @param code what it alone would end the build with
 * @param test the key of the test, or what else it is about
 * @param text one sentence
 * @param leak the leak it is about, for those who show it at its line
 */
public record Finding(ExitCode code, String test, String text, Optional<Leak> leak) {

    /** Makes one that is not about an explained leak. */
    public static Finding of(ExitCode code, String test, String text) {
        return new Finding(code, test, text, Optional.empty());
    }
}
