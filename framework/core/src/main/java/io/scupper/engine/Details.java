package io.scupper.engine;

import io.scupper.model.Finding;
import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import io.scupper.spi.Detailed;
import io.scupper.spi.Probe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What probes know of what grew beside its count. What goes wrong is remembered and not thrown. */
final class Details {

    private final List<Probe> probes;
    private final List<Finding> leaks;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private Optional<String> failure = Optional.empty();

    Details(List<Probe> probes, List<Finding> leaks) {
        this.probes = probes;
        this.leaks = leaks;
    }

    /** Asks them. */
    void ask() {
        for (Finding leak : leaks) {
            int colon = leak.name().indexOf(':');
            if (colon > 0 && colon < leak.name().length() - 1) {
                String probe = leak.name().substring(0, colon);
                ask(new Resource(probe, leak.name().substring(colon + 1), leak.unit()));
            }
        }
    }

    private void ask(Resource resource) {
        for (Probe probe : probes) {
            if (probe.name().equals(resource.probe()) && probe instanceof Detailed detailed) {
                try {
                    lines.merge(resource.label(), detailed.details(resource), Details::joined);
                } catch (ScupperException e) {
                    failure = failure.or(() -> Optional.of(String.valueOf(e.getMessage())));
                }
            }
        }
    }

    /** Two servers of a kind have a probe each, and each knows its own resources only. */
    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Returns them by the label of the resource. */
    Map<String, List<String>> lines() {
        return lines;
    }

    /** Returns what went wrong first, in a sentence. */
    Optional<String> failure() {
        return failure;
    }
}
