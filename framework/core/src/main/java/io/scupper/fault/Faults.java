package io.scupper.fault;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultType;
import io.scupper.spi.Parameters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** All faults there are: those of this package and those that extensions register. */
public final class Faults {

    private Faults() {}

    /** Names any fault by its id. */
    public static FaultSpec of(String id) {
        return new FaultSpec(id, Map.of());
    }

    /** Names a large payload; see {@link LargePayload} for its parameters. */
    public static FaultSpec largePayload(String to, String size) {
        return of(LargePayloadType.ID).with("to", to).with("size", size);
    }

    /** Names unclosed responses; see {@link UnclosedResponses} for their parameters. */
    public static FaultSpec unclosedResponses() {
        return of(UnclosedResponseType.ID);
    }

    /** Names abandoned tasks; see {@link AbandonedTasks} for their parameters. */
    public static FaultSpec abandonedTasks(AbandonedTasks.How how) {
        return of(AbandonedTaskType.ID).with("how", how);
    }

    /** Returns all types of faults, by id. */
    public static List<FaultType> types() {
        return ServiceLoader.load(FaultType.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(FaultType::id))
                .toList();
    }

    /**
     * Makes a fault.
     *
     * @throws ScupperException if its id is unknown, saying which there are, or if a parameter is not allowed
     */
    public static Fault create(FaultSpec spec) {
        List<FaultType> types = types();
        List<FaultType> meant =
                types.stream().filter(type -> type.id().equals(spec.id())).toList();
        if (meant.isEmpty()) {
            throw unknown(spec.id(), types.stream().map(FaultType::id).toList());
        }
        if (meant.size() > 1) {
            throw new ScupperException("Fault '%s' is registered twice, by %s and %s. Remove one from the class path."
                    .formatted(
                            spec.id(),
                            meant.get(0).getClass().getName(),
                            meant.get(1).getClass().getName()));
        }
        var parameters = Parameters.of(meant.get(0), spec.parameters());
        requireCommon(parameters);
        return meant.get(0).create(parameters);
    }

    /** A type that has no use for one of them does not read it, and what is wrong with it would not be seen. */
    private static void requireCommon(Parameters parameters) {
        parameters.activation();
        parameters.recovery();
        parameters.whole("maxHeld", 1);
    }

    private static ScupperException unknown(String id, List<String> known) {
        String guess = NearestName.of(id, known)
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
        return new ScupperException(
                "There is no fault '%s'.%s Known are: %s.".formatted(id, guess, String.join(", ", known)));
    }
}
