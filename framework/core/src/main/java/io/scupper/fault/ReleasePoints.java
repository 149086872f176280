package io.scupper.fault;

import io.scupper.fault.UnclosedResponses.Client;
import io.scupper.model.JoinPoint;
import java.util.List;

/**
 * Where HTTP clients give a connection back. Not {@code close()} of a response: all of these give it back already when the
 * body has been read to its end, so that skipping {@code close()} leaks nothing.
 *
 * @param versions those it was tried with, on Java 17 and 25: skipped, the connection stays out; made up for, it is back
 */
record ReleasePoints(Client client, String versions, JoinPoint joinPoint) {

    /** One row for each pool of Apache's, because the interface above them has a wrapper that would count twice. */
    static final List<ReleasePoints> ALL = List.of(
            apache("org.apache.hc.core5.pool.StrictConnPool"),
            apache("org.apache.hc.core5.pool.LaxConnPool"),
            apache("org.apache.hc.core5.pool.RouteSegmentedConnPool"),
            new ReleasePoints(
                    Client.OKHTTP,
                    "4.12.1, 5.5.1",
                    JoinPoint.of(
                            "OkHttp", "okhttp3.internal.connection.RealCall", "releaseConnectionNoEvents$okhttp", 0)),
            new ReleasePoints(
                    Client.JDK,
                    "HTTP/1.1 of Java 17, 25",
                    JoinPoint.of("JDK HttpClient", "jdk.internal.net.http.ConnectionPool", "returnToPool", 1)));

    /** Returns the join points of a client, or of any. */
    static List<JoinPoint> of(Client client) {
        return ALL.stream()
                .filter(row -> client == Client.ANY || row.client == client)
                .map(ReleasePoints::joinPoint)
                .toList();
    }

    private static ReleasePoints apache(String pool) {
        return new ReleasePoints(
                Client.APACHE, "5.4.4, 5.6.5", JoinPoint.of("Apache HttpClient 5", pool, "release", 2));
    }
}
