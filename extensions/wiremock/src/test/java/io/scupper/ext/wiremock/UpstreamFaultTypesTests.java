package io.scupper.ext.wiremock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of the faults of an upstream, and what is not allowed. */
class UpstreamFaultTypesTests {

    private static final List<FaultType> TYPES =
            List.of(new UpstreamErrorsType(), new UpstreamNeverEndsType(), new UpstreamResetsType());

    @Test
    void allAreFoundAsServices() {
        assertThat(ServiceLoader.load(FaultType.class))
                .extracting(FaultType::id)
                .contains("upstream-errors", "upstream-never-ends", "upstream-resets");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upstream-errors     | status | 200     | a whole number from 400 to 599
            upstream-errors     | status | 399     | a whole number from 400 to 599
            upstream-errors     | path   | (       | a regular expression of a path, such as '/prices/.*'
            upstream-never-ends | lasts  | 99ms    | a duration from 100ms to 5m, such as '10s'
            upstream-never-ends | lasts  | 6m      | a duration from 100ms to 5m, such as '10s'
            upstream-never-ends | how    | NOISE   | DRIBBLE or SILENCE
            upstream-resets     | how    | SOMEHOW | MID_BODY, BEFORE_RESPONSE or EMPTY_RESPONSE
            """)
    void wrongParameterIsNamedWithWhatIsAllowed(String id, String name, String given, String allowed) {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create(id, Map.of(name, given)))
                .withMessage(
                        "Parameter '%s' of fault '%s' is '%s'. Allowed is %s.".formatted(name, id, given, allowed));
    }

    @Test
    void subjectWithoutUpstreamIsToldHowToHaveOne() {
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("upstream-errors", Map.of()).prepare(new UpstreamFaultsIT.Subject(List.of())))
                .withMessage(
                        "Fault 'upstream-errors' needs an upstream that the test plays, and orders.jar has none among"
                                + " its companions. Hold a 'StubServer.create(\"prices\")' in a static field, and give it to the"
                                + " system under test as a companion.");
    }

    @Test
    void oneOfSeveralMustBeNamed() {
        var subject = new UpstreamFaultsIT.Subject(List.of(StubServer.create("prices"), StubServer.create("stock")));
        assertThatExceptionOfType(ScupperException.class)
                .isThrownBy(() -> create("upstream-errors", Map.of()).prepare(subject))
                .withMessage(
                        "Parameter 'server' of fault 'upstream-errors' is ''. Allowed is the name of a StubServer of"
                                + " the subject: 'prices', 'stock'.");
    }

    private static Fault create(String id, Map<String, String> given) {
        FaultType type =
                TYPES.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return type.create(Parameters.of(type, given));
    }
}
