package io.scupper.html;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.scupper.model.HeapPath;
import io.scupper.model.HeapPath.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The explanation of one leak as it lies in a record. Those of an older Scupper have neither paths nor origins. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SuspectRecord(
        String probe,
        String what,
        List<String> evidence,
        String culprit,
        String fingerprint,
        List<Path> paths,
        List<Origin> origins,
        String advice) {

    SuspectRecord {
        probe = RunRecord.text(probe);
        what = RunRecord.text(what);
        culprit = RunRecord.text(culprit);
        fingerprint = RunRecord.text(fingerprint);
        advice = RunRecord.text(advice);
        evidence = RunRecord.list(evidence);
        paths = RunRecord.list(paths);
        origins = RunRecord.list(origins);
    }

    /** Returns who holds what grew, the most telling first. */
    List<HeapPath> held() {
        return paths.stream()
                .filter(path -> !path.steps().isEmpty())
                .map(Path::value)
                .toList();
    }

    /** Returns who brought it forth, what stayed most first. */
    List<io.scupper.model.Origin> made() {
        return origins.stream().map(Origin::value).toList();
    }

    /** One way from a root to what grew. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Path(
            String fingerprint,
            String root,
            List<Step> steps,
            @Nullable Place place,
            String culprit,
            @Nullable Counts instances,
            @Nullable Counts retainedBytes) {

        Path {
            fingerprint = RunRecord.text(fingerprint);
            root = RunRecord.text(root);
            culprit = RunRecord.text(culprit);
            steps = RunRecord.list(steps);
        }

        HeapPath value() {
            return new HeapPath(
                    fingerprint,
                    root,
                    steps.stream().map(Step::value).toList(),
                    Objects.requireNonNullElse(place, Place.UNKNOWN).value(),
                    Optional.of(culprit).filter(name -> !name.isEmpty()),
                    Counts.value(instances),
                    Counts.value(retainedBytes));
        }
    }

    /** One object on the way, or many alike. A mark that is not known is left out. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Step(
            String edge,
            @JsonProperty("class") String className,
            @Nullable Counts objects,
            List<String> marks) {

        Step {
            edge = RunRecord.text(edge);
            className = RunRecord.text(className);
            marks = RunRecord.list(marks);
        }

        HeapPath.Step value() {
            return new HeapPath.Step(
                    edge,
                    Text.className(className),
                    Counts.value(objects),
                    Arrays.stream(Mark.values())
                            .filter(mark -> marks.contains(mark.name().toLowerCase(Locale.ROOT)))
                            .toList());
        }
    }

    /** What grows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(String name, String type, @Nullable Counts entries, String unit, List<String> keys) {

        static final Place UNKNOWN = new Place("", "", null, "", List.of());

        Place {
            name = RunRecord.text(name);
            type = RunRecord.text(type);
            unit = RunRecord.text(unit);
            keys = RunRecord.list(keys);
        }

        HeapPath.Place value() {
            return new HeapPath.Place(name, type, Counts.value(entries), unit, keys);
        }
    }

    /** The same thing counted twice. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Counts(long before, long after) {

        static HeapPath.Counts value(@Nullable Counts counts) {
            return counts == null ? new HeapPath.Counts(0, 0) : new HeapPath.Counts(counts.before(), counts.after());
        }
    }

    /** The place in the code that brought it forth. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Origin(String what, long stayed, long lost, long seen, List<String> frames) {

        Origin {
            what = RunRecord.text(what);
            frames = RunRecord.list(frames);
        }

        io.scupper.model.Origin value() {
            return new io.scupper.model.Origin(what, stayed, lost, seen, frames);
        }
    }
}
