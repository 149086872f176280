package com.acme;

import io.scupper.engine.Operation;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.FaultContract;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.Sut;

// tag::contract[]
/** The fault keeps what every fault promises. */
class UnreturnedBasketIT extends FaultContract {

    @Override
    protected FaultSpec fault() {
        return Faults.of("unreturned-basket").with("every", 10);
    }

    @Override
    protected Sut subject() {
        return Sut.main(Shop.class).http(8080);
    }

    @Override
    protected Operation operation(HttpCalls http) {
        return () -> http.get("/basket");
    }
}
// end::contract[]
