package io.scupper.examples.realleaks.drivers;

import io.micrometer.core.instrument.Clock;
import io.micrometer.influx.InfluxConfig;
import io.micrometer.influx.InfluxMeterRegistry;

/** Counts something for as long as a deployment lasts. */
public final class MicrometerStepClose {

    private MicrometerStepClose() {}

    public static void main(String[] args) throws Exception {
        String upstream = Front.upstream(exchange -> Front.answer(exchange, 200, "{}"));
        InfluxConfig config = key -> key.equals("influx.uri") ? upstream : null;
        Front.serve(() -> {
            var metrics = new InfluxMeterRegistry(config, Clock.SYSTEM, task -> new Thread(task, "influx-publisher"));
            metrics.counter("orders").increment();
            metrics.close();
        });
    }
}
