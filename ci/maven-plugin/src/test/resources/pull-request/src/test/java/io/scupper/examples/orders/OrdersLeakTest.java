package io.scupper.examples.orders;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("orders")
@LeakTest(within = "2s")
class OrdersLeakTest {

    @SystemUnderTest
    static Sut orders = Sut.main(Main.class).http(8080).readyAt("/health");

    @ReturnsToBaseline
    void readOrdersAreNotKept(HttpCalls http) throws IOException {
        http.get("/orders/{id}", uniqueId());
    }
}
