package io.scupper.fault;

import java.util.List;

/** Keeps connections to a database from going back to their pool. */
public final class UnclosedConnectionType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unclosed-connection";

    /** Beneath what the service calls {@code close()} on, so that a proxy's second close is no second match. */
    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(Libraries.HIKARI, "com.zaxxer.hikari.pool.ProxyConnection", "close", 0),
            ReleasePoint.of(
                            Libraries.DBCP,
                            "org.apache.commons.dbcp2.PoolingDataSource$PoolGuardConnectionWrapper",
                            "close",
                            0)
                    .recoversBy("with removeAbandonedOnBorrow or removeAbandonedOnMaintenance"),
            ReleasePoint.of(Libraries.TOMCAT_JDBC, "org.apache.tomcat.jdbc.pool.ConnectionPool", "returnConnection", 1)
                    .recoversBy("with removeAbandoned"));

    /** Makes the type. */
    public UnclosedConnectionType() {
        super(ID, POINTS);
    }
}
