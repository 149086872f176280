package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Complaints;
import io.scupper.examples.proofs.subject.Documents;
import io.scupper.examples.proofs.subject.Downloads;
import io.scupper.examples.proofs.subject.PriceMemory;
import io.scupper.examples.proofs.subject.Rush;
import io.scupper.examples.proofs.subject.Streams;
import io.scupper.examples.proofs.subject.Uploads;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.Sut;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic from outside: what it leaves in a subject that bounds nothing, and that it leaves nothing in one that does. */
class TrafficFaultsIT {

    /** Of a round; enough that a cache of fifty is full in warm-up. */
    private static final int KEYS = 211;

    private static final int FEW = 3;

    @Test
    void keysStayInACacheWithoutABound() throws InterruptedException {
        FaultSpec fault = Faults.of("unique-keys").with("to", "GET /work");
        try (var proof = Proof.on(Proof.subject(PriceMemory.class, "leaky"))) {
            Proof.assertClean(proof.run(KEYS, "1s"));
            Proof.assertLeak(
                    proof.runTrafficOf(KEYS, "1s", fault), "heap:io.scupper.examples.proofs.subject.PriceMemory$Price");
        }
        try (var proof = Proof.on(Proof.subject(PriceMemory.class, "remedied"))) {
            Proof.assertCleanWhileArmed(proof.runTrafficOf(KEYS, "5s", fault));
        }
    }

    @Test
    @Tag("long")
    void documentsStayWhereTheyAreKeptForLater() throws InterruptedException {
        prove(
                Documents.class,
                Faults.of("json-explosion").with("to", "POST /work").with("size", "64KiB"),
                "Documents$Odd");
    }

    @Test
    @Tag("long")
    void ordersThatABurstTurnsAwayStayWhereTheyArePutOff() throws InterruptedException {
        prove(
                Rush.class,
                Faults.of("burst").with("to", "GET /work").with("rate", 500).with("count", 40),
                "Rush$Postponed");
    }

    @Test
    @Tag("long")
    void messagesOfALogStormStayInAFilterWithoutABound() throws InterruptedException {
        prove(
                Complaints.class,
                Faults.of("log-storm")
                        .with("to", "GET /work")
                        .with("calm", "GET /work")
                        .with("messageBytes", "16KiB")
                        .with("rate", 200)
                        .with("count", 40),
                "Complaints$Seen");
    }

    @Test
    @Tag("long")
    void inflatedBodiesStayWhereOnlyCompressedOnesAreSmall() throws InterruptedException {
        prove(Uploads.class, Faults.of("gzip-bomb").with("to", "POST /work").with("size", "1MiB"), "Uploads$Later");
    }

    /** The remedy is the server's: a response may take a second. */
    @ParameterizedTest
    @CsvSource({"slow-response-reader, GET /work, maxRspTime", "slow-request-body, POST /work, maxReqTime"})
    @Tag("long")
    void slowClientsKeepTheThreadsOfAServerWithoutATimeOut(String id, String to, String timeOut)
            throws InterruptedException {
        FaultSpec fault = Faults.of(id).with("to", to);
        try (var proof = Proof.on(Proof.subject(Downloads.class))) {
            Proof.assertClean(proof.run(FEW, "2s"));
            Proof.assertLeak(proof.runTrafficOf(FEW, "1s", fault), "threads:worker-*");
        }
        Sut remedied = Proof.subject(Downloads.class).jvmOptions("-Dsun.net.httpserver." + timeOut + "=1");
        try (var proof = Proof.on(remedied)) {
            Proof.assertCleanWhileArmed(proof.runTrafficOf(FEW, "10s", fault));
        }
    }

    @Test
    void contextsOfClientsThatAreGoneStayWhereOnlySuccessRemovesThem() throws InterruptedException {
        proveThatContextsStay("mid-response", "fin");
    }

    @Test
    @Tag("long")
    void soDoContextsOfThoseThatHaveNotWaited() throws InterruptedException {
        proveThatContextsStay("before-response", "rst");
    }

    private static void proveThatContextsStay(String stage, String how) throws InterruptedException {
        FaultSpec fault = Faults.of("client-abort")
                .with("to", stage.equals("before-response") ? "GET /work/slow" : "GET /work")
                .with("stage", stage)
                .with("how", how)
                .with("patience", "30ms");
        prove(Streams.class, fault, "Streams$Context");
    }

    private static void prove(Class<?> subject, FaultSpec fault, String kept) throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(subject, "leaky"))) {
            Proof.assertClean(proof.run(FEW, "1s"));
            Proof.assertLeak(proof.runTrafficOf(FEW, "1s", fault), "heap:io.scupper.examples.proofs.subject." + kept);
        }
        try (var proof = Proof.on(Proof.subject(subject, "remedied"))) {
            Proof.assertCleanWhileArmed(proof.runTrafficOf(FEW, "5s", fault));
        }
    }
}
