package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.proofs.subject.Prices;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.fault.UnclosedResponses.Client;
import io.scupper.model.FaultRecord;
import io.scupper.model.Finding;
import io.scupper.model.Run;
import io.scupper.model.ScupperException;
import io.scupper.model.Verdict;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Unclosed responses as their annotation has them, and pools that they exhaust; each client is proved in {@link LibraryFaultsIT}. */
class UnclosedResponsesIT {

    /** Of a round. */
    private static final int OPERATIONS = 23;

    /** Used up before the last round: classes then do not grow in every one, which would be followed for twelve. */
    private static final int TIMES = 40;

    private @Nullable Proof proof;

    @AfterEach
    void end() {
        if (proof != null) {
            proof.close();
        }
    }

    @Test
    void anotherClientThanTheSubjectsIsAnError() {
        proof = Proof.on(Proof.subject(Prices.class, "apache"));

        assertThatThrownBy(() -> proof.run(3, "1s", fault(Client.OKHTTP)))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("Fault 'unclosed-response' never fired in 15 operations: it matched 0 times.")
                .hasMessageContaining("No class that the subject has loaded has one of its join points");
    }

    @Test
    void whoLeasedWhatIsNotGivenBackIsNamedFirst() throws InterruptedException, IOException {
        whoLeasedWhatIsNotGivenBackIsNamed(Leaky.APACHE);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APACHE")
    void whoLeasedWhatIsNotGivenBackIsNamed(Leaky leaky) throws InterruptedException, IOException {
        proof = Proof.on(Proof.subject(Prices.class, leaky.argument));

        Run run = proof.explain(OPERATIONS, "1s", fault(leaky.client));

        Proof.assertLeak(run, leaky.finding);
        Proof.assertNames("unclosed-response " + leaky.name().toLowerCase(Locale.ROOT), leaky.culprit, run);
    }

    @Test
    @Tag("long")
    void smallPoolThatIsExhaustedInTheFirstRoundIsALeak() throws InterruptedException {
        proof = Proof.on(Proof.subject(Prices.class, "apache", "5"));

        Run run = proof.run(OPERATIONS, "1s", fault(Client.APACHE));

        Proof.assertLeak(run, "leases:Apache HttpClient 5");
        assertThat(run.faults()).extracting(FaultRecord::fired).containsExactly(5L);
    }

    /** Two connections may be what a pool lends out for good; that the service answers with errors from then on tells nothing. */
    @Test
    @Tag("long")
    void smallestPoolThatIsExhaustedIsNotClean() throws InterruptedException {
        proof = Proof.on(Proof.subject(Prices.class, "apache", "2"));

        Run run = proof.run(OPERATIONS, "1s", fault(Client.APACHE));

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.INCONCLUSIVE)
                .extracting(Finding::name)
                .contains("leases:Apache HttpClient 5 leased");
    }

    private static FaultSpec fault(Client client) {
        return Faults.unclosedResponses()
                .with("client", client)
                .with("every", 2)
                .with("times", TIMES);
    }

    /** Subjects that give no connection up by themselves. */
    private enum Leaky {
        APACHE("apache", Client.APACHE, "leases:Apache HttpClient 5", "Prices.apache"),
        OKHTTP("okhttp-history", Client.OKHTTP, "leases:OkHttp", "Prices.okHttpWithHistory"),
        JDK("jdk", Client.JDK, "sockets:ESTABLISHED to 127.0.0.1:", "Prices.jdk");

        final String argument;
        final Client client;
        final String finding;
        final String culprit;

        Leaky(String argument, Client client, String finding, String culprit) {
            this.argument = argument;
            this.client = client;
            this.finding = finding;
            this.culprit = culprit;
        }
    }
}
