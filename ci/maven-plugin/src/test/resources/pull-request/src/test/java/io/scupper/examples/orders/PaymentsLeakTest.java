package io.scupper.examples.orders;

import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("payments")
@LeakTest(within = "2s")
class PaymentsLeakTest {

    @SystemUnderTest
    static Sut orders = Sut.main(Main.class).http(8080).readyAt("/health");

    @ReturnsToBaseline
    void newOrdersAreNotKept(HttpCalls http) throws IOException {
        http.post("/orders", "one book");
    }
}
