package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.example.shop.Shop;
import io.scupper.fault.Inject;
import io.scupper.model.ScupperException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is exceeded while a fault is armed is an error of the test, in its message and in its record. */
class AbortWhenIT {

    @Test
    void aHeapBeyondWhatIsAllowedEndsTheTestInAnError() throws IOException {
        var launched = Launched.run(StayingTestCase.class, "scupper.abort.heap", "0.01%");

        assertThat(launched.failure())
                .isInstanceOf(ScupperException.class)
                .message()
                .startsWith("Aborted: live heap after a collection of the subject is ")
                .contains("Allowed are 0.01 %. What was withheld has been given back.");
        var record = launched.record("clerksStay");
        assertThat(record.path("verdict").asText()).isEqualTo("ERROR");
        assertThat(record.path("error").asText()).isEqualTo(launched.failure().getMessage());
    }

    @Test
    void theAnnotationSaysSoToo() {
        assertThat(Launched.run(NarrowTestCase.class).failure())
                .hasMessageStartingWith("Aborted: live heap after a collection of the subject is ");
    }

    @Test
    void aHealthAddressThatNeverAnswersWellIsToldBeforeTheFaultIsArmed() {
        assertThat(Launched.run(StayingTestCase.class, "scupper.abort.health", "/broken")
                        .failure())
                .hasMessage(
                        "The subject is not well, and no fault is armed: GET /broken ended with '500'. Check the path"
                                + " of scupper.abort.health, or the subject.");
    }

    @Test
    void whatIsNotAShareIsRefusedBeforeAnythingStarts() {
        assertThat(Launched.run(StayingTestCase.class, "scupper.abort.memory", "half")
                        .failure())
                .hasMessage(
                        "StayingTestCase.clerksStay: scupper.abort.memory is 'half'. Allowed is a share above 0% and at"
                                + " most 100%, such as '97%'.");
    }

    @LeakTest(within = "500ms", runtime = Where.IN_PROCESS, operations = 10, controlRounds = 1)
    static class StayingTestCase {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @Inject("staying-clerk")
        @ReturnsToBaseline
        void clerksStay(HttpCalls http) throws IOException {
            http.get("/lend");
        }
    }

    @LeakTest(within = "500ms", runtime = Where.IN_PROCESS, operations = 10, controlRounds = 1)
    @AbortWhen(heap = "0.01%")
    static class NarrowTestCase {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);

        @Inject("staying-clerk")
        @ReturnsToBaseline
        void clerksStay(HttpCalls http) throws IOException {
            http.get("/lend");
        }
    }
}
