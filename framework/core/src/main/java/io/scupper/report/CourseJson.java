package io.scupper.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.model.ClassSeries;
import io.scupper.model.Course;
import io.scupper.model.Run;
import java.util.List;
import java.util.TreeMap;

/** Writes what charts show beside the samples: when faults were armed, how classes moved, what the thresholds were. */
final class CourseJson {

    private CourseJson() {}

    static void add(Run run, ObjectNode root, ArrayNode samples) {
        List<Long> fired = run.course().fired();
        for (int i = 0; i < fired.size(); i++) {
            ((ObjectNode) samples.get(i)).put("fired", fired.get(i));
        }
        run.course()
                .armed()
                .ifPresentOrElse(armed -> add(armed, run, root.putObject("armed")), () -> root.putNull("armed"));
        ObjectNode thresholds = root.putObject("thresholds");
        new TreeMap<>(run.course().thresholds()).forEach((name, figure) -> {
            if (figure instanceof Double fraction) {
                thresholds.put(name, fraction);
            } else {
                thresholds.put(name, figure.longValue());
            }
        });
        ArrayNode classes = root.putArray("classes");
        run.course().classes().forEach(series -> add(series, classes.addObject()));
    }

    private static void add(Course.Window armed, Run run, ObjectNode node) {
        node.put("fromMillis", armed.fromMillis());
        node.put("toMillis", armed.toMillis());
        ArrayNode phases = node.putArray("phases");
        run.samples().stream()
                .filter(armed::contains)
                .map(sample -> sample.phase().word())
                .distinct()
                .forEach(phases::add);
    }

    private static void add(ClassSeries series, ObjectNode node) {
        node.put("name", series.name());
        ArrayNode instances = node.putArray("instances");
        ArrayNode bytes = node.putArray("bytes");
        series.counts()
                .forEach(count -> count.ifPresentOrElse(
                        each -> {
                            instances.add(each.instances());
                            bytes.add(each.bytes());
                        },
                        () -> {
                            instances.addNull();
                            bytes.addNull();
                        }));
    }
}
