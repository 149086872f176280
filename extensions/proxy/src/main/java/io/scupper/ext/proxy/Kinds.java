package io.scupper.ext.proxy;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultType;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The kinds of disturbances there are: the faults of the wire that are registered. */
final class Kinds {

    private Kinds() {}

    /** Returns all, by name. */
    static List<WireFaultType> all() {
        return ServiceLoader.load(FaultType.class, Kinds.class.getClassLoader()).stream()
                // Only what is of this module is made: in the proxy's container, nothing else has what it needs.
                .filter(provider -> WireFaultType.class.isAssignableFrom(provider.type()))
                .map(provider -> (WireFaultType) provider.get())
                .sorted(Comparator.comparing(WireFaultType::kind))
                .toList();
    }

    /**
     * Returns one.
     *
     * @throws ScupperException if there is none of that name
     */
    static WireFaultType of(String kind) {
        return all().stream()
                .filter(type -> type.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ScupperException("There is no disturbance '%s' of a wire. Known are: %s."
                        .formatted(kind, all().stream().map(WireFaultType::kind).collect(Collectors.joining(", ")))));
    }
}
