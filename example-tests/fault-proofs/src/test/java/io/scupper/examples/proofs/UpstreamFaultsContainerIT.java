package io.scupper.examples.proofs;

import io.scupper.examples.proofs.UpstreamFaultsIT.Trouble;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An upstream in a container, beside a subject in a container, that never ends, answers with errors, or breaks its connections. */
class UpstreamFaultsContainerIT {

    @Test
    void wrongAnswersLeakInTheLeakySubjectFirst() throws InterruptedException {
        wrongAnswersLeakInTheLeakySubject(Trouble.ERRORS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ERRORS")
    @Tag("long")
    void wrongAnswersLeakInTheLeakySubject(Trouble trouble) throws InterruptedException {
        UpstreamFaultsIT.assertThatTheLeakySubjectLeaks(trouble, Where.CONTAINER);
    }

    @Test
    void wrongAnswersLeaveNothingInTheRemediedSubjectFirst() throws InterruptedException {
        wrongAnswersLeaveNothingInTheRemediedSubject(Trouble.ERRORS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ERRORS")
    @Tag("long")
    void wrongAnswersLeaveNothingInTheRemediedSubject(Trouble trouble) throws InterruptedException {
        UpstreamFaultsIT.assertThatTheRemediedSubjectIsClean(trouble, Where.CONTAINER);
    }
}
