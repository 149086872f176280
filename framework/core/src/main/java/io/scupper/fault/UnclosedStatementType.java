package io.scupper.fault;

import java.util.List;

/** Leaves statements of a database open. */
public final class UnclosedStatementType extends LibraryFaultType {

    /** The fault's id. */
    public static final String ID = "unclosed-statement";

    /** Where pools keep account of the statements of a connection that is out. */
    private static final List<ReleasePoint> POINTS = List.of(
            ReleasePoint.of(Libraries.HIKARI, "com.zaxxer.hikari.pool.ProxyStatement", "close", 0)
                    .recoversBy("when the connection is closed"),
            ReleasePoint.of(Libraries.DBCP, "org.apache.commons.dbcp2.DelegatingStatement", "close", 0)
                    .recoversBy(
                            "once it is collected; with poolPreparedStatements when its connection ends, and not when that is"
                                    + " returned, which closes by the same method"));

    /** Makes the type. */
    public UnclosedStatementType() {
        super(ID, POINTS);
    }
}
