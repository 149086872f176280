package io.scupper.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.model.HeapPath;
import io.scupper.model.Origin;
import io.scupper.model.Suspect;
import java.util.List;
import java.util.Locale;

/** Writes one suspect: what grew, who holds it, who brought it forth, what to do. */
final class SuspectJson {

    private SuspectJson() {}

    static void add(Suspect suspect, ObjectNode node) {
        node.put("probe", suspect.finding());
        node.put("what", suspect.what());
        texts(suspect.evidence(), node.putArray("evidence"));
        node.put("culprit", suspect.culprit().orElse(null));
        node.put("fingerprint", suspect.fingerprint());
        ArrayNode paths = node.putArray("paths");
        suspect.paths().forEach(path -> add(path, paths.addObject()));
        ArrayNode origins = node.putArray("origins");
        suspect.origins().forEach(origin -> add(origin, origins.addObject()));
        node.put("advice", suspect.advice());
    }

    private static void add(HeapPath path, ObjectNode node) {
        node.put("fingerprint", path.fingerprint());
        node.put("root", path.root());
        ArrayNode steps = node.putArray("steps");
        path.steps().forEach(step -> add(step, steps.addObject()));
        add(path.place(), node.putObject("place"));
        node.put("culprit", path.culprit().orElse(null));
        add(path.instances(), node.putObject("instances"));
        add(path.retainedBytes(), node.putObject("retainedBytes"));
    }

    private static void add(HeapPath.Step step, ObjectNode node) {
        node.put("edge", step.edge());
        node.put("class", step.className());
        add(step.objects(), node.putObject("objects"));
        texts(step.marks().stream().map(SuspectJson::word).toList(), node.putArray("marks"));
    }

    private static void add(HeapPath.Place place, ObjectNode node) {
        node.put("name", place.name());
        node.put("type", place.type());
        add(place.entries(), node.putObject("entries"));
        node.put("unit", place.unit());
        texts(place.keys(), node.putArray("keys"));
    }

    private static void add(HeapPath.Counts counts, ObjectNode node) {
        node.put("before", counts.before());
        node.put("after", counts.after());
    }

    private static void add(Origin origin, ObjectNode node) {
        node.put("what", origin.what());
        node.put("stayed", origin.stayed());
        node.put("lost", origin.lost());
        node.put("seen", origin.seen());
        texts(origin.frames(), node.putArray("frames"));
    }

    private static String word(HeapPath.Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    private static void texts(List<String> texts, ArrayNode array) {
        texts.forEach(array::add);
    }
}
