package io.scupper.fault;

import java.util.List;

/** Leaves results of queries open, while their statement and their connection are closed as ever. */
public final class UnclosedResultSetType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unclosed-result-set";

    private static final String WITH_ITS_STATEMENT = "when its statement or its connection is closed";

    /** What closing a statement does to its results is the driver's own, and not a call of {@code close()} that is woven here. */
    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(Libraries.HIKARI, "com.zaxxer.hikari.pool.HikariProxyResultSet", "close", 0)
                    .recoversBy(WITH_ITS_STATEMENT),
            ReleasePoint.of(Libraries.DBCP, "org.apache.commons.dbcp2.DelegatingResultSet", "close", 0)
                    .recoversBy(WITH_ITS_STATEMENT),
            // Its own wrapper has one method for all calls, so that the driver's close() is meant, called from there.
            ReleasePoint.of(Libraries.TOMCAT_JDBC, "java.sql.ResultSet", "close", 0)
                    .orSubtypes()
                    .calledFrom("org.apache.tomcat.jdbc.pool.StatementFacade")
                    .recoversBy("when its statement is closed, or its connection where StatementFinalizer is at work"));

    /** Makes the type. */
    public UnclosedResultSetType() {
        super(ID, POINTS);
    }
}
