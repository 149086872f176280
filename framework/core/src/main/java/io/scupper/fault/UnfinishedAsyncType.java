package io.scupper.fault;

import io.scupper.model.Library;
import java.util.List;

/** Leaves requests unfinished that a servlet answers later, so that the server keeps them and their connections. */
public final class UnfinishedAsyncType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unfinished-async";

    private static final Library TOMCAT = Library.of(
            "Tomcat",
            "org.apache.tomcat.embed:tomcat-embed-core",
            "org.apache.catalina.core.AsyncContextImpl",
            "10.1.40");

    private static final List<ReleasePoint> POINTS =
            List.of(ReleasePoint.of(TOMCAT, "org.apache.catalina.core.AsyncContextImpl", "complete", 0)
                    .recoversBy(
                            "after the time-out of the request, 30 s by default; but Tomcat ends it by the same method then, so"
                                    + " that 'caller' has to name the service"));

    /** Makes the type. */
    public UnfinishedAsyncType() {
        super(ID, POINTS);
    }
}
