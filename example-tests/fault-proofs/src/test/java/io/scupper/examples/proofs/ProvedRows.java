package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Connections;
import java.util.List;

/** Which rows are proved with which subject. */
final class ProvedRows {

    static final List<ProvedRow> ALL = List.of(
            ProvedRow.of("unclosed-connection", "HikariCP", Connections.class, "hikari trusting", "leases:HikariCP"),
            ProvedRow.of("unclosed-connection", "DBCP2", Connections.class, "dbcp trusting", "leases:Commons Pool 2")
                    .recovering("dbcp reclaiming"),
            ProvedRow.of("unclosed-connection", "Tomcat JDBC", Connections.class, "tomcat trusting", "leases:Tomcat JDBC")
                    .recovering("tomcat reclaiming"));

    private ProvedRows() {}
}
