package io.scupper.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.html.RunRecord.Sample;
import io.scupper.html.Timeline.Band;
import io.scupper.model.ScupperException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the script of a page draws, as JSON that may stand inside a script element whatever names it holds. */
final class PageData {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory().setCharacterEscapes(new ForScripts());
    }

    private PageData() {}

    static String of(Timeline timeline, List<Chart> charts) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode samples = root.putArray("samples");
        timeline.samples().forEach(sample -> add(sample, samples.addObject()));
        ArrayNode bands = root.putArray("bands");
        timeline.bands().forEach(band -> add(band, bands.addObject()));
        timeline.armed().ifPresent(armed -> add(armed, root.putObject("armed")));
        ArrayNode array = root.putArray("charts");
        charts.forEach(chart -> add(chart, array.addObject()));
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new ScupperException("The data of a page could not be written: " + e.getMessage(), e);
        }
    }

    private static void add(Sample sample, ObjectNode node) {
        node.put("at", sample.atMillis() / 1_000.0);
        node.put("label", sample.label());
        node.put("operations", sample.operations());
    }

    private static void add(Band band, ObjectNode node) {
        node.put("name", band.name());
        node.put("from", band.from() / 1_000.0);
        node.put("to", band.to() / 1_000.0);
    }

    private static void add(Chart chart, ObjectNode node) {
        node.put("title", chart.title());
        node.put("bytes", chart.isBytes());
        Chart.Allowed allowed = chart.allowed();
        if (allowed != null) {
            node.putObject("allowed")
                    .put("baseline", allowed.baseline())
                    .put("top", allowed.top())
                    .put("label", allowed.label());
        }
        ArrayNode lines = node.putArray("lines");
        for (Chart.Line line : chart.lines()) {
            ObjectNode each = lines.addObject();
            each.put("name", line.name());
            each.put("suspect", line.isSuspect());
            each.put("total", line.isTotal());
            ArrayNode values = each.putArray("values");
            line.values().forEach((@Nullable Long value) -> values.add(value));
        }
    }

    /** Escapes what could end a script element, or a line of it. */
    private static final class ForScripts extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        private final int[] ascii = standardAsciiEscapesForJSON();

        ForScripts() {
            for (char c : "<>&'".toCharArray()) {
                ascii[c] = ESCAPE_CUSTOM;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean isOwn = c < 128 && ascii[c] == ESCAPE_CUSTOM || c == 0x2028 || c == 0x2029;
            return isOwn ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c)) : null;
        }
    }
}
