package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves on its thread what belongs to one request; the JDK's row wants a caller or a thread. */
public final class UnclearedContextType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "uncleared-context";

    private static final Library LOGBACK = Library.of(
            "Logback", "ch.qos.logback:logback-classic", "ch.qos.logback.classic.util.LogbackMDCAdapter", "1.5.18");
    private static final Library LOG4J = Library.of(
            "Log4j 2", "org.apache.logging.log4j:log4j-api", "org.apache.logging.log4j.ThreadContext", "2.24.3");
    private static final Library JDK = Library.ofJdk("JDK ThreadLocal", "java.lang.ThreadLocal", "17", "25");

    private static final List<ReleasePoint> POINTS = List.of(
            row(ReleasePoint.of(LOGBACK, "ch.qos.logback.classic.util.LogbackMDCAdapter", "remove", 1)),
            row(ReleasePoint.of(LOGBACK, "ch.qos.logback.classic.util.LogbackMDCAdapter", "clear", 0)),
            row(ReleasePoint.of(LOG4J, "org.apache.logging.log4j.ThreadContext", "remove", 1)),
            row(ReleasePoint.of(LOG4J, "org.apache.logging.log4j.ThreadContext", "clearMap", 0)),
            row(ReleasePoint.of(JDK, "java.lang.ThreadLocal", "remove", 0)));

    /** Makes the type. */
    public UnclearedContextType() {
        super(ID, POINTS);
    }

    private static ReleasePoint row(ReleasePoint point) {
        return point.recoversBy(
                "when its thread ends, or clears it before the next request; nobody else can give it back");
    }
}
