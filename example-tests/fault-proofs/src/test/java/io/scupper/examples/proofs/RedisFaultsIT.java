package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Drafts;
import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Sut;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Redis that has no memory left, for unread answers or half-sent commands, and one that is paused. */
class RedisFaultsIT {

    /** Of a round. */
    private static final int OPERATIONS = 7;

    private static final String DRAFT = "heap:io.scupper.examples.proofs.subject.Drafts$Draft";

    @Test
    void whatCouldNotBeWrittenStaysInTheLeakySubjectFirst() throws InterruptedException {
        whatCouldNotBeWrittenStaysInTheLeakySubject(Trouble.UNREAD);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREAD")
    @Tag("long")
    void whatCouldNotBeWrittenStaysInTheLeakySubject(Trouble trouble) throws InterruptedException {
        try (var proof = Proof.on(subject("leaky"))) {
            Proof.assertClean(proof.run(OPERATIONS, "1s"));
            Proof.assertLeak(proof.run(OPERATIONS, "1s", trouble.fault), DRAFT);
        }
    }

    @Test
    void whatCouldNotBeWrittenIsForgottenByTheRemediedSubjectFirst() throws InterruptedException {
        whatCouldNotBeWrittenIsForgottenByTheRemediedSubject(Trouble.UNREAD);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREAD")
    @Tag("long")
    void whatCouldNotBeWrittenIsForgottenByTheRemediedSubject(Trouble trouble) throws InterruptedException {
        try (var proof = Proof.on(subject("remedied"))) {
            Proof.assertCleanWhileArmed(proof.run(OPERATIONS, "5s", trouble.fault));
        }
    }

    private static Sut subject(String build) {
        return Proof.subject(Drafts.class, build).with(RedisServer.create().arguments("--maxmemory 32mb"));
    }

    private enum Trouble {
        UNREAD(Faults.of("redis-unread-pipeline")),
        HALF_SENT(Faults.of("redis-half-sent-command").with("bytes", "64MiB")),
        PAUSED(Faults.of("redis-paused").with("pause", "300ms"));

        final FaultSpec fault;

        Trouble(FaultSpec fault) {
            this.fault = fault;
        }
    }
}
