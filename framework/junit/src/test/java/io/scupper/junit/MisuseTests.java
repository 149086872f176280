package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.fault.Faults;
import io.scupper.fault.Inject;
import io.scupper.fault.LargePayload;
import io.scupper.model.ScupperException;
import io.scupper.spi.FaultType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written wrongly fails in one clear error, before anything is started. */
class MisuseTests {

    private static final String KNOWN =
            Faults.types().stream().map(FaultType::id).collect(Collectors.joining(", ", "", "."));

    private static final String PLACE = MisuseTests.class.getName() + "$";

    static List<Arguments> misuses() {
        return List.of(
                Arguments.of(
                        NoFieldTestCase.class,
                        PLACE + "NoFieldTestCase has 0 fields with @SystemUnderTest. Allowed is exactly one, static,"
                                + " for example 'static Sut sut = Sut.jar(…)'; or none in a test of Spring's, with scupper-spring on"
                                + " the class path."),
                Arguments.of(
                        TwoFieldsTestCase.class,
                        PLACE + "TwoFieldsTestCase has 2 fields with @SystemUnderTest. Allowed is exactly one, static,"
                                + " for example 'static Sut sut = Sut.jar(…)'; or none in a test of Spring's, with scupper-spring on"
                                + " the class path."),
                Arguments.of(
                        InstanceFieldTestCase.class,
                        PLACE + "InstanceFieldTestCase.shop has @SystemUnderTest but is not static."
                                + " It is started once for the class: make it static."),
                Arguments.of(
                        NullFieldTestCase.class,
                        PLACE + "NullFieldTestCase.shop has @SystemUnderTest but holds null. Give it its value in the"
                                + " declaration, which is before the first test method runs."),
                Arguments.of(
                        OtherFieldTestCase.class,
                        PLACE + "OtherFieldTestCase.shop holds a java.lang.String. Allowed is a Sut or, with"
                                + " scupper-container on the class path, a Testcontainers container."),
                Arguments.of(
                        WithinTestCase.class,
                        "WithinTestCase.isNeverRun: within is '30 seconds', which is not a duration. Allowed is a"
                                + " number of 0 or more with ms, s, m or h, for example '250ms' or '30s'."),
                Arguments.of(
                        HeapTestCase.class,
                        "HeapTestCase.isNeverRun: heap is '1MB', which is not a size. Allowed is a number of 0 or more"
                                + " with B, KiB, MiB or GiB, for example '64KiB' or '16MiB'."),
                Arguments.of(
                        ThreadsTestCase.class,
                        "ThreadsTestCase.isNeverRun: threads is -2. Allowed is 0 or more, or -1 to let the rules"
                                + " decide."),
                Arguments.of(RoundsTestCase.class, "RoundsTestCase.isNeverRun: rounds is 4, allowed is 5 or more."),
                Arguments.of(
                        OperationsTestCase.class,
                        "OperationsTestCase.isNeverRun: operations is -1, allowed is 1 or more, or 0 for the default."),
                Arguments.of(
                        SizeTestCase.class,
                        "SizeTestCase.isNeverRun: Parameter 'size' of fault 'large-payload' is '-3MB', which is not a"
                                + " size. Allowed is a number of 0 or more with B, KiB, MiB or GiB, for example '64KiB'"
                                + " or '16MiB'."),
                Arguments.of(
                        PeakTestCase.class,
                        "PeakTestCase.isNeverRun: @Budget: peakHeap is '-3MB', which is not a size. Allowed is a number of"
                                + " 0 or more with B, KiB, MiB or GiB, for example '64KiB' or '16MiB'."),
                Arguments.of(
                        NothingTestCase.class,
                        "NothingTestCase.isNeverRun: @Budget: allocatedPerOperation is '0', which nothing could keep to."
                                + " Allowed is more than 0, for example '64KiB'."),
                Arguments.of(
                        QueriesTestCase.class,
                        "QueriesTestCase.isNeverRun: @Budget: queriesPerOperation is -0.5. Allowed is 0 or more, for"
                                + " example 0.05 for one in twenty operations."),
                Arguments.of(
                        NoFigureTestCase.class,
                        "NoFigureTestCase.isNeverRun: @PerInstance(of = \"com.acme.Order\") allows nothing in"
                                + " particular: give it shallow or retained, for example \"24B\"."),
                Arguments.of(
                        NoClassTestCase.class,
                        "NoClassTestCase.isNeverRun: @PerInstance names no class: of is empty. Give it a name such as"
                                + " 'com.acme.Order'."),
                Arguments.of(
                        EmptyBudgetTestCase.class,
                        "EmptyBudgetTestCase.isNeverRun: @Budget is empty: give it at least one of peakHeap,"
                                + " allocatedPerOperation, queriesPerOperation, commandsPerOperation and instances."),
                Arguments.of(
                        InjectTestCase.class,
                        "InjectTestCase.isNeverRun: There is no fault 'large-paylod'. Did you mean 'large-payload'?"
                                + " Known are: " + KNOWN),
                Arguments.of(
                        NoLeakTestCase.class,
                        "NoLeakTestCase.isNeverRun has @ReturnsToBaseline, but its class has no @LeakTest, which starts"
                                + " the system under test: add it."));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void failsInOneClearError(Class<?> testClass, String message) throws IOException {
        // Of an earlier build.
        Files.deleteIfExists(Path.of("target", "scupper", testClass.getName(), "isNeverRun.html"));

        var launched = Launched.run(testClass);

        assertThat(launched.failure()).isInstanceOf(ScupperException.class).hasMessage(message);
        assertThat(launched.left("isNeverRun.html")).content().contains("Nothing was measured");
        var record = launched.record("isNeverRun");
        assertThat(record.path("schema").asText()).isEqualTo("scupper-run/1");
        assertThat(record.path("verdict").asText()).isEqualTo("ERROR");
        assertThat(record.path("runtime").asText()).isEqualTo("none");
        assertThat(record.path("error").asText()).isEqualTo(message);
    }

    @Test
    void wrongRuntimeIsRefused() {
        assertThat(Launched.run(ThisJvmTestCase.class, "scupper.runtime", "docker")
                        .failure())
                .hasMessage("System property 'scupper.runtime' is 'docker'. Allowed is container, forked, in-process.");
    }

    @Test
    void runtimeThatCannotRunTheSubjectIsRefused() {
        assertThat(Launched.run(ThisJvmTestCase.class, "scupper.runtime", "forked")
                        .failure())
                .hasMessage(
                        "This JVM is tested in-process only, and the runtime is forked JVM: name a jar or a main class,"
                                + " or run on 'in-process'.");
    }

    @LeakTest
    static class NoFieldTestCase {

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class TwoFieldsTestCase {

        @SystemUnderTest
        static Sut one = Sut.thisJvm();

        @SystemUnderTest
        static Sut other = Sut.thisJvm();

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class InstanceFieldTestCase {

        @SystemUnderTest
        Sut shop = Sut.thisJvm();

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class NullFieldTestCase {

        @SystemUnderTest
        static Sut shop;

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class OtherFieldTestCase {

        @SystemUnderTest
        static String shop = "http://localhost";

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class ThisJvmTestCase {

        @SystemUnderTest
        static Sut shop = Sut.thisJvm();

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class WithinTestCase {

        @ReturnsToBaseline(within = "30 seconds")
        void isNeverRun() {}
    }

    @LeakTest
    static class HeapTestCase {

        @ReturnsToBaseline(heap = "1MB")
        void isNeverRun() {}
    }

    @LeakTest
    static class ThreadsTestCase {

        @ReturnsToBaseline(threads = -2)
        void isNeverRun() {}
    }

    @LeakTest
    static class RoundsTestCase {

        @ReturnsToBaseline(rounds = 4)
        void isNeverRun() {}
    }

    @LeakTest(operations = -1)
    static class OperationsTestCase {

        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class SizeTestCase {

        @LargePayload(to = "POST /keep", size = "-3MB")
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class PeakTestCase {

        @Budget(peakHeap = "-3MB")
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class NothingTestCase {

        @Budget(allocatedPerOperation = "0")
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class QueriesTestCase {

        @Budget(queriesPerOperation = -0.5)
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class NoFigureTestCase {

        @Budget(instances = @PerInstance(of = "com.acme.Order"))
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class NoClassTestCase {

        @Budget(instances = @PerInstance(of = "", shallow = "24B"))
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class EmptyBudgetTestCase {

        @Budget
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    @LeakTest
    static class InjectTestCase {

        @Inject("large-paylod")
        @ReturnsToBaseline
        void isNeverRun() {}
    }

    static class NoLeakTestCase {

        @ReturnsToBaseline
        void isNeverRun() {}
    }
}
