package io.scupper.ext.outside;

import io.scupper.spi.AgentLink;
import io.scupper.spi.ProcessView;
import io.scupper.spi.SubjectReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Reads a Go service by {@code net/http/pprof}: its heap after a collection, and its goroutines by the function that each was
 * started with. Its sockets and descriptors are read from {@code /proc} where it runs on this machine. Immutable.
 *
 * <p>The service is told {@code SCUPPER=1}, upon which it should set {@code runtime.MemProfileRate = 1} before anything else, so
 * that its heap profile has each object; without that only the number of all objects is known, and growth of it names nobody.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GoService implements SubjectReader {

    /** The setting that asks the service for an exact heap profile. */
    public static final String SETTING = "SCUPPER";

    private static final String DEBUG = "GODEBUG";
    private static final String EXACT = "memprofilerate=1";

    private final String profiles;
    private final String variables;
    private final List<String> counted;

    private GoService(String profiles, String variables, List<String> counted) {
        this.profiles = profiles;
        this.variables = variables;
        this.counted = List.copyOf(counted);
    }

    /** Reads the profiles at {@code /debug/pprof}. */
    public static GoService pprof() {
        return pprof("/debug/pprof");
    }

    /** Reads the profiles at another path. */
    public static GoService pprof(String path) {
        return new GoService(path.replaceFirst("/+$", ""), "/debug/vars", List.of());
    }

    /** Counts a whole number that the service publishes by {@code expvar}, with dots between the names of maps, beside all else. */
    public GoService counting(String variable) {
        var more = new ArrayList<>(counted);
        more.add(variable);
        return new GoService(profiles, variables, more);
    }

    /** Says where {@code expvar} publishes; the default is {@code /debug/vars}. */
    public GoService variablesAt(String path) {
        return new GoService(profiles, path, counted);
    }

    @Override
    public String description() {
        return counted.isEmpty() ? "pprof" : "pprof and expvar";
    }

    /** Go's own setting for the same purpose is overwritten as the runtime starts (tried with Go 1.19), and may work in others. */
    @Override
    public Map<String, String> settings(Map<String, String> given) {
        String debug = given.getOrDefault(DEBUG, "");
        return Map.of(
                SETTING,
                given.getOrDefault(SETTING, "1"),
                DEBUG,
                debug.contains("memprofilerate=") ? debug : debug.isBlank() ? EXACT : debug + "," + EXACT);
    }

    @Override
    public AgentLink connect(URI http, ProcessView process) {
        var link = new GoLink(http, new GoPages(new Page(http), profiles, variables), counted, process);
        // What cannot be read is to be known before anything is sent.
        link.collect();
        return link;
    }
}
