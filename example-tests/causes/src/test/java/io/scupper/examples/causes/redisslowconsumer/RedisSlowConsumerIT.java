package io.scupper.examples.causes.redisslowconsumer;

import static io.scupper.junit.HttpCalls.uniqueId;

import io.scupper.examples.causes.ForkedCauseContract;
import io.scupper.examples.causes.Subjects;
import io.scupper.examples.causetable.Cause;
import io.scupper.ext.redis.RedisServer;
import io.scupper.ext.redis.SlowRedisConsumer;
import io.scupper.junit.HttpCalls;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import io.scupper.junit.Where;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** A subscriber that does not keep up: what Redis has for it waits there, and so does whoever waits for that. */
@Tag("long")
class RedisSlowConsumerIT extends ForkedCauseContract {

    private static final Cause CAUSE = Cause.of("redis-slow-consumer")
            .found(
                    "ordersThatNobodyHearsOfAreForgotten",
                    "heap:io.scupper.examples.causes.redisslowconsumer.RedisSlowConsumer$Announced",
                    "io.scupper.examples.causes.redisslowconsumer.RedisSlowConsumer.announced");

    RedisSlowConsumerIT() {
        super(
                CAUSE,
                new Pair(LeakyTestCase.class, RemediedTestCase.class),
                new Pair(LeakyInContainerTestCase.class, RemediedInContainerTestCase.class));
    }

    abstract static class Leaks {

        // tag::leak-test[]
        @SlowRedisConsumer(where = "LISTENER", delay = "1s")
        @ReturnsToBaseline
        void ordersThatNobodyHearsOfAreForgotten(HttpCalls http) throws IOException {
            http.get("/work/{id}", uniqueId());
        }
        // end::leak-test[]
    }

    private static Sut subject(String build) {
        return Subjects.of(RedisSlowConsumer.class, build)
                .with(RedisServer.create().arguments("--client-output-buffer-limit pubsub 32mb 8mb 60"));
    }

    @LeakTest(within = "1s", operations = 5)
    static class LeakyTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("leaky");
    }

    @LeakTest(within = "10s", operations = 5)
    static class RemediedTestCase extends Leaks {

        @SystemUnderTest
        static final Sut SUT = subject("remedied");
    }

    @LeakTest(within = "1s", operations = 5, runtime = Where.CONTAINER)
    static class LeakyInContainerTestCase extends LeakyTestCase {}

    @LeakTest(within = "10s", operations = 5, runtime = Where.CONTAINER)
    static class RemediedInContainerTestCase extends RemediedTestCase {}
}
