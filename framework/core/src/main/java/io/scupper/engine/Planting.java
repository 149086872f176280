package io.scupper.engine;

import io.scupper.model.ScupperException;
import java.util.Arrays;
import java.util.Locale;
import org.apiguardian.api.API;

/** When a leak is planted before CLEAN is believed, to see whether the probes would have seen one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Planting {
    /** In every test that would be CLEAN. */
    EACH,
    /** In the first such test of each JVM under test. */
    ONCE,
    /** Never: for systems on which a probe is known to be blind, for example sockets where there is no {@code /proc}. */
    OFF;

    /** The system property that decides instead of what a test says. */
    public static final String PROPERTY = "scupper.planting";

    /**
     * Returns what the system property says.
     *
     * @param unset what holds where it says nothing
     * @throws ScupperException if it says something else than a constant's name in small letters
     */
    public static Planting ofProperty(Planting unset) {
        String given = System.getProperty(PROPERTY, "").strip();
        return given.isEmpty()
                ? unset
                : Arrays.stream(values())
                        .filter(each -> each.name().equals(given.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new ScupperException(
                                "%s is '%s'. Allowed is each, once or off.".formatted(PROPERTY, given)));
    }
}
