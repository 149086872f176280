package com.acme;

import io.scupper.fault.JoinPointFault;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;

// tag::fault[]
/** Baskets are not given back. */
public final class UnreturnedBasket implements FaultType {

    private static final JoinPoint GIVE_BACK = JoinPoint.of("baskets", "com.acme.Baskets", "giveBack", 1);

    @Override
    public String id() {
        return "unreturned-basket";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Fault create(Parameters parameters) {
        return JoinPointFault.of(this, parameters, Effect.skip(), GIVE_BACK);
    }
}
// end::fault[]
