package io.scupper.examples.proofs;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import io.scupper.examples.proofs.subject.Quotes;
import io.scupper.ext.wiremock.StubServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Sut;
import io.scupper.junit.Where;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An upstream that never ends, answers with errors, or breaks its connections. */
@Tag("long")
class UpstreamFaultsIT {

    /** Of a round. */
    private static final int OPERATIONS = 7;

    @ParameterizedTest
    @EnumSource
    void wrongAnswersLeakInTheLeakySubject(Trouble trouble) throws InterruptedException {
        assertThatTheLeakySubjectLeaks(trouble, Where.FORKED);
    }

    static void assertThatTheLeakySubjectLeaks(Trouble trouble, Where where) throws InterruptedException {
        try (var proof = Proof.on(subject("leaky"), where)) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
            Proof.assertLeak(proof.run(OPERATIONS, "1s", trouble.fault), trouble.finding);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wrongAnswersLeaveNothingInTheRemediedSubject(Trouble trouble) throws InterruptedException {
        assertThatTheRemediedSubjectIsClean(trouble, Where.FORKED);
    }

    static void assertThatTheRemediedSubjectIsClean(Trouble trouble, Where where) throws InterruptedException {
        try (var proof = Proof.on(subject("remedied"), where)) {
            Proof.assertCleanWhileArmed(proof.run(OPERATIONS, "10s", trouble.fault));
        }
    }

    private static Sut subject(String build) {
        return Proof.subject(Quotes.class, build)
                .with(StubServer.create("quotes").stub(get("/quote").willReturn(ok("42"))));
    }

    enum Trouble {
        ERRORS(Faults.of("upstream-errors").with("every", 2), "leases:Apache HttpClient 5"),
        RESETS(Faults.of("upstream-resets"), "heap:io.scupper.examples.proofs.subject.Quotes$Unanswered"),
        NEVER_ENDS(Faults.of("upstream-never-ends").with("lasts", "2s"), "leases:Apache HttpClient 5");

        final FaultSpec fault;
        final String finding;

        Trouble(FaultSpec fault, String finding) {
            this.fault = fault;
            this.finding = finding;
        }
    }
}
