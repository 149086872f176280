package com.acme;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;

@LeakTest(within = "2s")
class ShopLeakTest {

    @SystemUnderTest
    static Sut shop = Sut.main(Shop.class).http(8080).setting("SHOP_KEEPS", System.getProperty("shop.keeps", "false"));

    @ReturnsToBaseline
    void ordersAreNotKept(HttpCalls http) throws IOException {
        http.get("/orders/{id}", uniqueId());
    }
}
