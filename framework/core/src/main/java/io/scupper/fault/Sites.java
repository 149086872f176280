package io.scupper.fault;

import io.scupper.model.JoinPoint;
import io.scupper.spi.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the join points that a test wrote itself, and puts its filters on those of a table. */
final class Sites {

    static final Parameter SITE = new Parameter(
            "site",
            "a method such as 'com.acme.ReportTask#call', with '+' behind the type for all below it; several by commas",
            "");
    static final Parameter THREAD = new Parameter("thread", "the beginning of a thread's name", "");
    static final Parameter CALLER = new Parameter("caller", "the beginning of a class's full name", "");

    private static final Pattern WRITTEN = Pattern.compile("([\\w.$]+)(\\+?)#(\\w[\\w$]*)");

    private Sites() {}

    /**
     * Returns the join points that {@code site} says, filtered by {@code caller} and {@code thread}; none if it is not given.
     *
     * @throws io.scupper.model.ScupperException if {@code site} is not what is allowed
     */
    static List<JoinPoint> written(Allowed allowed) {
        var points = new ArrayList<JoinPoint>();
        for (String site : allowed.parameters().textOrEmpty("site").split("[,\n]")) {
            if (!site.isBlank()) {
                var parts = WRITTEN.matcher(site.strip());
                allowed.require("site", parts.matches());
                JoinPoint point = JoinPoint.of(site.strip(), parts.group(1), parts.group(3), -1);
                points.add(filtered(allowed, parts.group(2).isEmpty() ? point : point.orSubtypes()));
            }
        }
        return points;
    }

    /** Returns a join point filtered by {@code caller}, in the place of a caller that it has itself, and {@code thread}. */
    static JoinPoint filtered(Allowed allowed, JoinPoint point) {
        String caller = allowed.parameters().textOrEmpty("caller").strip();
        return (caller.isEmpty() ? point : point.calledFrom(caller))
                .onThread(allowed.parameters().textOrEmpty("thread").strip());
    }

    /** Returns a join point as {@code site} has it. */
    static String written(JoinPoint point) {
        return point.type() + (point.subtypes() ? "+" : "") + "#" + point.method();
    }
}
