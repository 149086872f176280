package io.scupper.spi;

import io.scupper.control.Activation;
import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of one fault as the test wrote them, with the defaults filled in. Each getter reads one and, where it is
 * not what is allowed, throws a {@link ScupperException} that says what was given, what is allowed and where.
 */
public final class Parameters {

    /** The parameters that every fault knows: the activation, the recovery and the caps. */
    public static final List<Parameter> COMMON = List.of(
            new Parameter("probability", "a number above 0 and at most 1", "1"),
            new Parameter("every", "a whole number of 1 or more", "1"),
            new Parameter("after", "a whole number of 0 or more", "0"),
            new Parameter("times", "a whole number of 1 or more; 0 for no limit", "0"),
            new Parameter("duration", "a duration such as '30s'; 0s for as long as the fault is armed", "0s"),
            new Parameter("rate", "a whole number of firings a second, of 1 or more; 0 for no limit", "0"),
            new Parameter("seed", "a whole number", "0"),
            new Parameter("recovery", "SELF or ASSISTED", "SELF"),
            new Parameter("maxHeld", "a whole number of 1 or more", "1000"));

    private final String faultId;
    private final List<Parameter> known;
    private final Map<String, String> values;

    private Parameters(String faultId, List<Parameter> known, Map<String, String> values) {
        this.faultId = faultId;
        this.known = known;
        this.values = values;
    }

    /**
     * Fills in the defaults of a fault type and refuses what it does not know.
     *
     * @throws ScupperException if a name is unknown or a parameter without default is missing
     */
    public static Parameters of(FaultType type, Map<String, String> given) {
        List<Parameter> known = Stream.concat(type.parameters().stream(), COMMON.stream())
                .collect(Collectors.toMap(Parameter::name, p -> p, (own, common) -> own, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        var values = new TreeMap<String, String>();
        known.forEach(parameter -> values.put(parameter.name(), parameter.fallback()));
        given.forEach((name, value) -> {
            if (values.replace(name, value) == null) {
                throw new ScupperException("Fault '%s' knows no parameter '%s' (given '%s'). It knows: %s."
                        .formatted(type.id(), name, value, String.join(", ", values.keySet())));
            }
        });
        return new Parameters(type.id(), known, values);
    }

    /** Returns all parameters, in words, for the record. */
    public Map<String, String> asWritten() {
        return Map.copyOf(values);
    }

    /** Returns a text that may not be empty. */
    public String text(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw refused(name);
        }
        return value;
    }

    /** Returns a text that may be empty. */
    public String textOrEmpty(String name) {
        return values.getOrDefault(name, "");
    }

    /** Returns a number of bytes from 0. */
    public long bytes(String name) {
        return ByteSize.parse(label(name), text(name)).bytes();
    }

    /** Returns a duration from 0. */
    public Duration duration(String name) {
        return TimeSpan.parse(label(name), text(name));
    }

    /** Returns a whole number of at least {@code least}. */
    public long whole(String name, long least) {
        try {
            long value = Long.parseLong(text(name).strip());
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for both.
        }
        throw refused(name);
    }

    /** Returns true or false. */
    public boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(name);
        };
    }

    /** Returns one of an enum's constants, which is written in any case and with {@code -} for {@code _}. */
    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        String given = text(name).strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(given))
                .findFirst()
                .orElseThrow(() -> refused(name));
    }

    /** Returns the activation that the common parameters describe. */
    public Activation activation() {
        double probability;
        try {
            probability = Double.parseDouble(text("probability"));
        } catch (NumberFormatException e) {
            throw refused("probability");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw refused("probability");
        }
        long times = whole("times", 0);
        var activation = new Activation(
                probability,
                whole("every", 1),
                whole("after", 0),
                times == 0 ? Long.MAX_VALUE : times,
                whole("seed", Long.MIN_VALUE));
        return activation.within(
                isCommon("duration") ? duration("duration").toMillis() : 0, isCommon("rate") ? whole("rate", 0) : 0);
    }

    /** A type may have a parameter of its own by a common name, which then says something else. */
    private boolean isCommon(String name) {
        return known.stream().anyMatch(parameter -> parameter.name().equals(name) && COMMON.contains(parameter));
    }

    /** Returns who gives back what the fault withholds. */
    public Recovery recovery() {
        return choice("recovery", Recovery.class);
    }

    private ScupperException refused(String name) {
        String allowed = known.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::allowed)
                .findFirst()
                .orElse("nothing: there is no such parameter");
        return new ScupperException("%s is '%s'. Allowed is %s.".formatted(label(name), textOrEmpty(name), allowed));
    }

    private String label(String name) {
        return "Parameter '%s' of fault '%s'".formatted(name, faultId);
    }
}
