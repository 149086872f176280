package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Recovery;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTests {

    @Test
    void anUnknownIdListsWhatThereIsAndGuesses() {
        assertThatThrownBy(() -> Faults.create(Faults.of("larg-payloads")))
                .isInstanceOf(ScupperException.class)
                .hasMessage("There is no fault 'larg-payloads'. Did you mean 'large-payload'? Known are: "
                        + "abandoned-task, dns-stall, large-payload, unclosed-response.");
    }

    @Test
    void aFarFetchedGuessIsLeftOut() {
        assertThatThrownBy(() -> Faults.create(Faults.of("gremlin")))
                .hasMessage(
                        "There is no fault 'gremlin'. Known are: abandoned-task, dns-stall, large-payload, unclosed-response.");
    }

    @Test
    void aSpecCarriesItsParametersInWords() {
        var spec = Faults.largePayload("POST /orders", "1MiB").with("every", 10).with("every", 5);

        assertThat(spec)
                .isEqualTo(new FaultSpec("large-payload", Map.of("to", "POST /orders", "size", "1MiB", "every", "5")));
    }

    @Test
    void aFaultHasTheDefaultsFilledIn() {
        var fault = Faults.create(Faults.largePayload("POST /orders", "1MiB"));

        assertThat(fault.id()).isEqualTo("large-payload");
        assertThat(fault.recovery()).isEqualTo(Recovery.SELF);
        assertThat(fault.totalOperations()).isEqualTo(OptionalInt.of(40));
        assertThat(fault.parameters())
                .containsEntry("size", "1MiB")
                .containsEntry("framing", "CONTENT_LENGTH")
                .containsEntry("times", "40")
                .containsEntry("probability", "1");
    }

    @ParameterizedTest
    @CsvSource({"40, 1, 40", "40, 8, 5", "41, 8, 6", "1, 1000, 1"})
    void timesCountsPayloadsAndRoundsUpToWholeOperations(int times, int concurrency, int operations) {
        var spec = Faults.largePayload("POST /", "1B").with("times", times).with("concurrency", concurrency);

        assertThat(Faults.create(spec).totalOperations()).isEqualTo(OptionalInt.of(operations));
    }

    @Test
    void everyDefaultIsAllowedWhereItIsNotMissing() {
        for (FaultType type : Faults.types()) {
            assertThat(type.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
            assertThat(type.parameters())
                    .allSatisfy(parameter -> assertThat(parameter.allowed()).isNotBlank());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            large-payload     |                                            | Parameter 'to' of fault 'large-payload' is ''. Allowed is a method and a path, such as 'POST /orders/{id}'.
            large-payload     | to=orders                                  | Parameter 'to' of fault 'large-payload' is 'orders'. Allowed is a method and a path, such as 'POST /orders/{id}'.
            large-payload     | to=POST orders                             | Parameter 'to' of fault 'large-payload' is 'POST orders'. Allowed is a method and a path, such as 'POST /orders/{id}'.
            large-payload     | to=POST /;size=-3MB                        | Parameter 'size' of fault 'large-payload' is '-3MB', which is not a size. Allowed is a number of 0 or more with B, KiB, MiB or GiB, for example '64KiB' or '16MiB'.
            large-payload     | to=POST /;size=0B                          | Parameter 'size' of fault 'large-payload' is '0B'. Allowed is a size of 1B or more, such as '16MiB'.
            large-payload     | to=POST /;framing=TRAILERS                 | Parameter 'framing' of fault 'large-payload' is 'TRAILERS'. Allowed is CONTENT_LENGTH, CHUNKED, MULTIPART or GZIP.
            large-payload     | to=POST /;ratio=1                          | Parameter 'ratio' of fault 'large-payload' is '1'. Allowed is a whole number from 2 to 1000.
            large-payload     | to=POST /;ratio=1001                       | Parameter 'ratio' of fault 'large-payload' is '1001'. Allowed is a whole number from 2 to 1000.
            large-payload     | to=POST /;concurrency=0                    | Parameter 'concurrency' of fault 'large-payload' is '0'. Allowed is a whole number from 1 to 1000.
            large-payload     | to=POST /;times=0                          | Parameter 'times' of fault 'large-payload' is '0'. Allowed is a whole number of 1 or more.
            large-payload     | to=POST /;times=many                       | Parameter 'times' of fault 'large-payload' is 'many'. Allowed is a whole number of 1 or more.
            large-payload     | to=POST /;headers=Authorization            | Parameter 'headers' of fault 'large-payload' is 'Authorization'. Allowed is 'name: value', one a line.
            large-payload     | to=POST /;probability=0                    | Parameter 'probability' of fault 'large-payload' is '0'. Allowed is a number above 0 and at most 1.
            abandoned-task    |                                            | Parameter 'how' of fault 'abandoned-task' is ''. Allowed is CLIENT, PARK or SKIP_CANCEL.
            abandoned-task    | how=CLIENT                                 | Parameter 'to' of fault 'abandoned-task' is ''. Allowed is a method and a path, such as 'POST /orders/{id}'.
            abandoned-task    | how=CLIENT;to=GET /;stage=LATE             | Parameter 'stage' of fault 'abandoned-task' is 'LATE'. Allowed is MID_BODY, BEFORE_RESPONSE or MID_RESPONSE.
            abandoned-task    | how=CLIENT;to=GET /;close=KILL             | Parameter 'close' of fault 'abandoned-task' is 'KILL'. Allowed is RESET or FIN.
            abandoned-task    | how=CLIENT;to=GET /;patience=60s           | Parameter 'patience' of fault 'abandoned-task' is '60s'. Allowed is a duration from 1ms to 10s, such as '50ms'.
            abandoned-task    | how=CLIENT;to=PUT /;stage=MID_BODY;size=1B | Parameter 'afterBytes' of fault 'abandoned-task' is '1'. Allowed is a whole number of 1 or more, at MID_BODY below 'size'.
            abandoned-task    | how=PARK                                   | Fault 'abandoned-task' with how=PARK would strike every task of the JVM, those of its libraries too. Give 'thread', the beginning of the names of the threads that are meant, such as 'orders-worker', or 'site', such as 'com.acme.ReportTask#call'.
            abandoned-task    | how=PARK;interruptible=maybe               | Parameter 'interruptible' of fault 'abandoned-task' is 'maybe'. Allowed is true or false.
            abandoned-task    | how=SKIP_CANCEL;site=cancel                | Parameter 'site' of fault 'abandoned-task' is 'cancel'. Allowed is a method such as 'com.acme.ReportTask#call', with '+' behind the type for all below it; several by commas.
            unclosed-response | client=NETTY                               | Parameter 'client' of fault 'unclosed-response' is 'NETTY'. Allowed is ANY, APACHE, OKHTTP or JDK.
            unclosed-response | maxHeld=0                                  | Parameter 'maxHeld' of fault 'unclosed-response' is '0'. Allowed is a whole number of 1 or more.
            unclosed-response | recovery=NEVER                             | Parameter 'recovery' of fault 'unclosed-response' is 'NEVER'. Allowed is SELF or ASSISTED.
            """)
    void aWrongParameterSaysWhatWasGivenAndWhatIsAllowed(String id, String with, String message) {
        FaultSpec spec = Faults.of(id);
        for (String pair : with == null ? new String[0] : with.split(";")) {
            spec = spec.with(pair.split("=")[0], pair.split("=")[1]);
        }
        FaultSpec wrong = spec;

        assertThatThrownBy(() -> Faults.create(wrong))
                .isInstanceOf(ScupperException.class)
                .hasMessage(message);
    }

    @Test
    void anUnknownParameterListsTheKnown() {
        assertThatThrownBy(() -> Faults.create(Faults.unclosedResponses().with("evry", "10")))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("Fault 'unclosed-response' knows no parameter 'evry' (given '10'). It knows: ")
                .hasMessageContaining("every");
    }
}
