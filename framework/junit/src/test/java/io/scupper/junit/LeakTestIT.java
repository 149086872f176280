package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.example.shop.Shop;
import io.scupper.fault.LargePayload;
import io.scupper.fault.UnclosedResponses;
import io.scupper.model.ScupperException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What becomes of a verdict or an error: of the test, and in its record. */
class LeakTestIT {

    private static final Path INDEX = Path.of("target", "scupper", "index.html");
    private static final String KEPT = "heap:io.scupper.example.shop.Shop$Kept";

    @Test
    void cleanRunPassesAndIsRecorded() throws IOException {
        var launched = Launched.run(CleanTestCase.class);

        launched.assertPassed(3);
        var record = launched.record("payloadsAreNotKept");
        assertThat(record.path("schema").asText()).isEqualTo("scupper-run/1");
        assertThat(record.path("test").asText()).isEqualTo("CleanTestCase.payloadsAreNotKept");
        assertThat(record.path("verdict").asText()).isEqualTo("CLEAN");
        assertThat(record.path("runtime").asText()).isEqualTo("in-process");
        assertThat(record.path("subject").asText()).isEqualTo(Shop.class.getName());
        assertThat(record.path("withinMillis").asLong()).isEqualTo(5_000);
        assertThat(record.path("planted").path("seen").asBoolean()).isTrue();
        assertThat(record.path("planted").path("tookMillis").asLong()).isPositive();
        assertThat(record.path("recoveredAfterMillis").asLong()).isBetween(1L, 5_000L);
        assertThat(record.path("faults").path(0).path("id").asText()).isEqualTo("large-payload");
        assertThat(record.path("faults").path(0).path("fired").asLong()).isEqualTo(40);
        assertThat(record.path("probes")).isNotEmpty().allSatisfy(probe -> {
            assertThat(probe.path("name").asText()).isNotBlank();
            assertThat(probe.path("verdict").asText()).isEqualTo("CLEAN");
            assertThat(probe.path("baseline").isNumber()).isTrue();
            assertThat(probe.path("settled").isNumber()).isTrue();
            assertThat(probe.path("perOperation").isNumber()).isTrue();
        });
    }

    @Test
    void leakFailsTheTestAndIsRecorded() throws IOException {
        var launched = Launched.run(LeakyTestCase.class);

        assertThat(launched.failure())
                .isInstanceOf(AssertionFailedError.class)
                .message()
                .startsWith("LEAK in LeakyTestCase.payloadsAreNotKept: " + KEPT)
                .contains(
                        "  suspect   " + KEPT,
                        "kept for each operation, whatever its key: +211 in a round of the same keys",
                        "  to do     ",
                        "  fault     large-payload fired ",
                        "  record    target/",
                        "  report    " + launched.left("payloadsAreNotKept.html"));
        assertThat(launched.left("payloadsAreNotKept.html")).content().contains(Shop.class.getSimpleName() + "$Kept");
        assertThat(launched.attachments()).containsExactly("payloadsAreNotKept.json", "payloadsAreNotKept.html");
        assertThat(launched.entries())
                .containsEntry("scupper.verdict", "LEAK")
                .containsEntry(
                        "scupper.record",
                        launched.left("payloadsAreNotKept.json").toString())
                .containsEntry(
                        "scupper.report",
                        launched.left("payloadsAreNotKept.html").toString());
        assertThat(INDEX).content().contains("LeakTestIT%24LeakyTestCase/payloadsAreNotKept.html");
        assertThat(INDEX.resolveSibling("summary.md")).content().contains("LeakyTestCase.payloadsAreNotKept");
        var record = launched.record("payloadsAreNotKept");
        assertThat(record.path("verdict").asText()).isEqualTo("LEAK");
        assertThat(record.path("recoveredAfterMillis").isNull()).isTrue();
        assertThat(record.path("planted").isNull()).isTrue();
        assertThat(record.path("probes")).anySatisfy(probe -> {
            assertThat(probe.path("name").asText()).isEqualTo(KEPT);
            assertThat(probe.path("verdict").asText()).isEqualTo("LEAK");
            assertThat(probe.path("perOperation").asDouble()).isBetween(0.99, 1.01);
            assertThat(probe.path("settled").asDouble())
                    .isGreaterThan(probe.path("baseline").asDouble());
        });
    }

    @Test
    void inconclusiveRunIsAbortedAndRecorded() throws IOException {
        var launched = Launched.run(FitfulTestCase.class);

        assertThat(launched.abortion())
                .isInstanceOf(TestAbortedException.class)
                .message()
                .startsWith("INCONCLUSIVE in FitfulTestCase.nothingIsKept: Warm-up did not get quiet in 10 rounds:"
                        + " still moving are io.scupper.example.shop.Shop$Kept");
        assertThat(launched.record("nothingIsKept").path("verdict").asText()).isEqualTo("INCONCLUSIVE");
    }

    @Test
    @Tag("long")
    void inconclusiveRunFailsWhereThatIsAskedFor() {
        assertThat(Launched.run(FitfulTestCase.class, "scupper.inconclusive", "fail")
                        .failure())
                .isInstanceOf(AssertionFailedError.class)
                .message()
                .startsWith("INCONCLUSIVE in FitfulTestCase.nothingIsKept: ");
    }

    @Test
    void pageThatCannotBeWrittenChangesNothingElse() throws IOException {
        Path inTheWay = Path.of("target", "scupper", UnreachedTestCase.class.getName(), "responsesAreClosed.html");
        Files.deleteIfExists(inTheWay);
        Path there = Files.createDirectories(inTheWay.resolve("there"));
        try {
            var launched = Launched.run(UnreachedTestCase.class);

            assertThat(launched.failure()).message().startsWith("Fault 'unclosed-response' never fired");
            assertThat(launched.entries())
                    .hasEntrySatisfying(
                            "scupper.report",
                            said -> assertThat(said)
                                    .startsWith("none: Page '%s' could not be written: ".formatted(inTheWay)));
            assertThat(launched.attachments()).containsExactly("responsesAreClosed.json");
        } finally {
            Files.delete(there);
            Files.delete(inTheWay);
        }
    }

    @Test
    void pagesAreLeftOutWhereThatIsAskedFor() throws IOException {
        Files.deleteIfExists(
                Path.of("target", "scupper", UnreachedTestCase.class.getName(), "responsesAreClosed.html"));

        var launched = Launched.run(UnreachedTestCase.class, "scupper.report", "off");

        assertThat(launched.left("responsesAreClosed.html")).doesNotExist();
        assertThat(launched.entries()).containsKey("scupper.record").doesNotContainKey("scupper.report");
    }

    @Test
    void faultThatNeverFiredFailsTheTestAndIsRecorded() throws IOException {
        var launched = Launched.run(UnreachedTestCase.class);

        assertThat(launched.failure())
                .isInstanceOf(ScupperException.class)
                .message()
                .startsWith("Fault 'unclosed-response' never fired in 100 operations: it matched 0 times.");
        var record = launched.record("responsesAreClosed");
        assertThat(record.path("verdict").asText()).isEqualTo("ERROR");
        assertThat(record.path("runtime").asText()).isEqualTo("in-process");
        assertThat(record.path("error").asText()).isEqualTo(launched.failure().getMessage());
    }

    @Test
    void loadThatMissesFailsTheTestAndIsRecorded() throws IOException {
        var launched = Launched.run(BrokenTestCase.class);

        assertThat(launched.failure())
                .isInstanceOf(ScupperException.class)
                .message()
                .startsWith(
                        "The load missed in warm-up round 1: 1 of the first 1 operations failed, at most 1 % of 20 may."
                                + " The first: java.io.IOException: GET /broken was answered with status 500 while no fault was armed");
        assertThat(launched.record("isServed").path("verdict").asText()).isEqualTo("ERROR");
    }

    @Test
    void nothingToRepeatIsRefused() {
        assertThat(Launched.run(BodilessTestCase.class, "bringsNoTraffic", Map.of())
                        .failure())
                .hasMessage(
                        "There is no operation to repeat: the test has no body, and fault 'unclosed-response' brings"
                                + " no traffic. Give it a body that reaches what is tested.");
        assertThat(Launched.run(BodilessTestCase.class, "hasNoFault", Map.of()).failure())
                .hasMessage(
                        "There is no operation to repeat: the test has no body, and it has no fault that would bring"
                                + " traffic. Give it a body that reaches what is tested.");
    }

    @Test
    void callsOfASubjectWithoutHttpAreRefused() {
        assertThat(Launched.run(NoHttpTestCase.class).failure())
                .message()
                .endsWith(
                        "HttpCalls was asked for, but the system under test has no HTTP address. Say Sut.….http(port).");
    }

    @Test
    void systemPropertyChoosesTheRuntime() throws IOException {
        var launched = Launched.run(CleanTestCase.class, "payloadsAreNotKept", Map.of("scupper.runtime", "forked"));

        launched.assertPassed(1);
        assertThat(launched.record("payloadsAreNotKept").path("runtime").asText())
                .isEqualTo("forked JVM");
    }

    @Test
    @Tag("long")
    void progressIsShownUnlessSilenced() {
        assertThat(errorOutputOf("on"))
                .contains("scupper  CleanTestCase.payloadsAreNotKept  armed")
                .contains("scupper  CleanTestCase.payloadsAreNotKept  back at the baseline after ");
        assertThat(errorOutputOf("off")).doesNotContain("scupper");
    }

    private static String errorOutputOf(String progress) {
        PrintStream before = System.err;
        var written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Launched.run(CleanTestCase.class, "payloadsAreNotKept", Map.of("scupper.progress", progress))
                    .assertPassed(1);
        } finally {
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    private static Sut shop() {
        return Sut.main(Shop.class).http(8080);
    }

    @LeakTest(within = "5s", runtime = Where.IN_PROCESS, controlRounds = 1)
    static class CleanTestCase {

        @SystemUnderTest
        static Sut shop = shop();

        @LargePayload(to = "POST /orders", size = "64KiB", times = 40)
        @ReturnsToBaseline
        void payloadsAreNotKept() {}

        @Test
        void ordinaryTestsRunBesideAndGetWhatTheyAskFor(HttpCalls http, TestInfo info) throws IOException {
            assertThat(http.get("/orders").status()).isEqualTo(200);
            assertThat(shop.url().getPort()).isPositive();
            assertThat(info.getDisplayName()).startsWith("ordinaryTests");
        }

        @Nested
        class WhenNested {

            @ReturnsToBaseline(operations = 20)
            void nestedOnesToo(HttpCalls http) throws IOException {
                http.get("/orders");
            }
        }
    }

    @LeakTest(within = "500ms", runtime = Where.IN_PROCESS, operations = 211, controlRounds = 1)
    static class LeakyTestCase {

        @SystemUnderTest
        static Sut shop = shop();

        @LargePayload(to = "POST /keep/{id}", size = "1KiB")
        @ReturnsToBaseline
        void payloadsAreNotKept() {}
    }

    @LeakTest(within = "500ms", runtime = Where.IN_PROCESS, operations = Shop.FIT)
    static class FitfulTestCase {

        @SystemUnderTest
        static Sut shop = shop();

        @ReturnsToBaseline
        void nothingIsKept(HttpCalls http) throws IOException {
            http.get("/fitful");
        }
    }

    @LeakTest(runtime = Where.IN_PROCESS, operations = 20, controlRounds = 1)
    static class UnreachedTestCase {

        @SystemUnderTest
        static Sut shop = shop();

        @UnclosedResponses
        @ReturnsToBaseline
        void responsesAreClosed(HttpCalls http) throws IOException {
            http.get("/orders");
        }
    }

    @LeakTest(runtime = Where.IN_PROCESS, operations = 20)
    static class BrokenTestCase {

        @SystemUnderTest
        static Sut shop = shop();

        @ReturnsToBaseline
        void isServed(HttpCalls http) throws IOException {
            http.get("/broken");
        }
    }

    @LeakTest(runtime = Where.IN_PROCESS)
    static class BodilessTestCase {

        @SystemUnderTest
        static Sut shop = shop();

        @UnclosedResponses
        @ReturnsToBaseline
        void bringsNoTraffic() {}

        @ReturnsToBaseline
        void hasNoFault() {}
    }

    @LeakTest
    static class NoHttpTestCase {

        @SystemUnderTest
        static Sut jvm = Sut.thisJvm();

        @ReturnsToBaseline
        void asksForCalls(HttpCalls http) throws IOException {
            http.get("/orders");
        }
    }
}
