package io.scupper.examples.realleaks.drivers;

import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.stats.Count;

/** Measures each task by a sensor of its own, below one for all tasks. */
public final class KafkaChildSensor {

    private KafkaChildSensor() {}

    public static void main(String[] args) throws Exception {
        var metrics = new Metrics();
        var all = metrics.sensor("tasks");
        Front.serve(() -> {
            var task = metrics.sensor("task", all);
            task.add(metrics.metricName("records", "tasks"), new Count());
            task.record();
            metrics.removeSensor(task.name());
        });
    }
}
