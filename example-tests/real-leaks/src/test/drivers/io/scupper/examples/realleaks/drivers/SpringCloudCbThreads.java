package io.scupper.examples.realleaks.drivers;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadProvider;

/** Calls through a breaker, on the threads of a bulkhead. */
public final class SpringCloudCbThreads {

    private SpringCloudCbThreads() {}

    public static void main(String[] args) throws Exception {
        var bulkheads = new Resilience4jBulkheadProvider(
                ThreadPoolBulkheadRegistry.ofDefaults(), BulkheadRegistry.ofDefaults());
        var breakers = new Resilience4JCircuitBreakerFactory(
                CircuitBreakerRegistry.ofDefaults(), TimeLimiterRegistry.ofDefaults(), bulkheads);
        Front.serve(() -> {
            int price = breakers.create("prices").run(() -> 42, failure -> 0);
            if (price != 42) {
                throw new IllegalStateException("The breaker is open.");
            }
        });
    }
}
