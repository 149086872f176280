package io.scupper.example.shop;

import io.scupper.fault.JoinPointFault;
import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;

/** Faults of the shop: each leaves out one of its methods. */
abstract class ShopFaults implements FaultType {

    private final String id;
    private final String method;
    private final boolean suppresses;

    private ShopFaults(String id, String method, boolean suppresses) {
        this.id = id;
        this.method = method;
        this.suppresses = suppresses;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public boolean suppresses() {
        return suppresses;
    }

    @Override
    public Fault create(Parameters parameters) {
        return JoinPointFault.of(this, parameters, Effect.skip(), JoinPoint.of(id, Shop.class.getName(), method, -1));
    }

    /** Clerks stay. */
    public static final class StayingClerk extends ShopFaults {

        public StayingClerk() {
            super("staying-clerk", "sendHome", true);
        }
    }

    /** No receipt is written, which leaves nothing behind. */
    public static final class LostReceipt extends ShopFaults {

        public LostReceipt() {
            super("lost-receipt", "receipt", true);
        }
    }

    /** Customers are not known, which cannot be made up for. */
    public static final class UnknownCustomer extends ShopFaults {

        public UnknownCustomer() {
            super("unknown-customer", "isKnown", false);
        }
    }
}
