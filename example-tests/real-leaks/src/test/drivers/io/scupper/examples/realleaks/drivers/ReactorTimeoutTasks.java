package io.scupper.examples.realleaks.drivers;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Makes calls that may take an hour, and take no time. */
public final class ReactorTimeoutTasks {

    private ReactorTimeoutTasks() {}

    public static void main(String[] args) throws Exception {
        Front.serve(() -> {
            Integer price =
                    Mono.fromCallable(() -> 42).timeout(Duration.ofHours(1)).block();
            if (price == null) {
                throw new IllegalStateException("There is no price.");
            }
        });
    }
}
