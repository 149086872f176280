package io.scupper.examples.proofs;

import com.acme.Shop;
import io.scupper.engine.Operation;
import io.scupper.examples.proofs.subject.Confirmations;
import io.scupper.ext.redis.RedisServer;
import io.scupper.fault.AbandonedTasks;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.junit.FaultContract;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakExperiment;
import io.scupper.junit.Sut;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Each type of fault keeps what every fault promises. */
class FaultContractsIT {

    private static final String GIVE_BACK = "com.acme.Baskets#giveBack";

    /** The faults whose subject is the shop. */
    abstract static class OfTheShop extends FaultContract {

        @Override
        protected Sut subject() {
            return Sut.main(Shop.class).http(8080);
        }
    }

    @Nested
    class UnclosedResponse extends OfTheShop {

        @Override
        protected FaultSpec fault() {
            return Faults.unclosedResponses().with("site", GIVE_BACK).with("every", 10);
        }

        @Override
        protected Operation operation(HttpCalls http) {
            return () -> http.get("/basket");
        }

        @Override
        protected Map<String, String> refused() {
            return Map.of("client", "NETSCAPE", "site", "giveBack", "probability", "0", "maxHeld", "0");
        }
    }

    @Nested
    @Tag("long")
    class ParkedTask extends OfTheShop {

        @Override
        protected FaultSpec fault() {
            return Faults.abandonedTasks(AbandonedTasks.How.PARK)
                    .with("site", "com.acme.Shop#pack")
                    .with("every", 10);
        }

        @Override
        protected Operation operation(HttpCalls http) {
            return () -> http.get("/parcel");
        }

        @Override
        protected Map<String, String> refused() {
            return Map.of("how", "SLEEP", "interruptible", "perhaps", "every", "0", "after", "-1");
        }
    }

    @Nested
    @Tag("long")
    class LostCancellation extends OfTheShop {

        @Override
        protected FaultSpec fault() {
            return Faults.abandonedTasks(AbandonedTasks.How.SKIP_CANCEL)
                    .with("site", GIVE_BACK)
                    .with("every", 10);
        }

        @Override
        protected Operation operation(HttpCalls http) {
            return () -> http.get("/basket");
        }
    }

    @Nested
    @Tag("long")
    class AbandonedRequest extends OfTheShop {

        @Override
        protected FaultSpec fault() {
            return Faults.abandonedTasks(AbandonedTasks.How.CLIENT).with("to", "GET /film");
        }

        @Override
        protected Map<String, String> refused() {
            return Map.of("stage", "NEVER", "close", "GENTLY", "patience", "1h", "to", "everywhere");
        }

        @Override
        protected LeakExperiment tuned(LeakExperiment experiment) {
            return experiment.operations(50);
        }
    }

    @Nested
    class LargePayload extends OfTheShop {

        @Override
        protected FaultSpec fault() {
            return Faults.largePayload("POST /orders", "256KiB");
        }

        @Override
        protected Map<String, String> refused() {
            return Map.of("framing", "ENVELOPE", "ratio", "1", "concurrency", "0", "to", "POST", "recovery", "NONE");
        }

        @Override
        protected LeakExperiment tuned(LeakExperiment experiment) {
            return experiment.operations(20);
        }
    }

    @Nested
    @Tag("long")
    class SlowRedisListener extends FaultContract {

        @Override
        protected FaultSpec fault() {
            return Faults.of("slow-redis-consumer").with("where", "LISTENER").with("delay", "300ms");
        }

        @Override
        protected Sut subject() {
            return Proof.subject(Confirmations.class, "lettuce", "leaky")
                    .http(8080)
                    .with(RedisServer.create());
        }

        @Override
        protected Operation operation(HttpCalls http) {
            return () -> http.get("/work");
        }

        @Override
        protected LeakExperiment tuned(LeakExperiment experiment) {
            return experiment.operations(5);
        }
    }
}
