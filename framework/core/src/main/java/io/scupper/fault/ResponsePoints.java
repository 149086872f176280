package io.scupper.fault;

import io.scupper.fault.UnclosedResponses.Client;
import io.scupper.model.Library;
import java.util.List;

/**
 * Where HTTP clients give a connection back. Not {@code close()} of a response: all of these give it back already when the
 * body has been read to its end, so that skipping {@code close()} leaks nothing.
 */
final class ResponsePoints {

    private static final Library APACHE = Library.of(
            "Apache HttpClient 5",
            "org.apache.httpcomponents.client5:httpclient5",
            "org.apache.hc.client5.http.HttpRoute",
            "5.4.4",
            "5.6.5");
    private static final Library APACHE_4 = Library.of(
            "Apache HttpClient 4",
            "org.apache.httpcomponents:httpclient",
            "org.apache.http.impl.conn.PoolingHttpClientConnectionManager",
            "4.5.14");
    private static final Library OKHTTP = Library.of(
            "OkHttp", "com.squareup.okhttp3:okhttp-jvm", "okhttp3.internal.connection.RealCall", "4.12.1", "5.5.1");
    private static final Library REACTOR = Library.of(
            "Reactor Netty",
            "io.projectreactor.netty:reactor-netty-core",
            "reactor.netty.resources.DefaultPooledConnectionProvider",
            "1.3.0");
    private static final Library JDK =
            Library.ofJdk("JDK HttpClient", "jdk.internal.net.http.HttpClientImpl", "17", "25");

    /** One row for each pool of Apache's, because the interface above them has a wrapper that would count twice. */
    static final List<ReleasePoint> ALL = List.of(
            apache("org.apache.hc.core5.pool.StrictConnPool"),
            apache("org.apache.hc.core5.pool.LaxConnPool"),
            apache("org.apache.hc.core5.pool.RouteSegmentedConnPool"),
            ReleasePoint.of(
                    APACHE_4, "org.apache.http.impl.conn.PoolingHttpClientConnectionManager", "releaseConnection", 4),
            ReleasePoint.of(OKHTTP, "okhttp3.internal.connection.RealCall", "releaseConnectionNoEvents$okhttp", 0)
                    .recoversBy("once the call is collected, and its pool is next cleaned up"),
            // What happens to the connection is told to onStateChange, with much else; this is what gives it back.
            ReleasePoint.of(
                    REACTOR,
                    "reactor.netty.internal.shaded.reactor.pool.SimpleDequePool$QueuePoolRecyclerMono",
                    "subscribe",
                    1),
            ReleasePoint.of(JDK, "jdk.internal.net.http.ConnectionPool", "returnToPool", 1)
                    .noting("HTTP/1.1"));

    private ResponsePoints() {}

    /** Returns the rows of a client, or of any. */
    static List<ReleasePoint> of(Client client) {
        return switch (client) {
            case ANY -> ALL;
            case APACHE -> of(APACHE);
            case APACHE_4 -> of(APACHE_4);
            case OKHTTP -> of(OKHTTP);
            case REACTOR -> of(REACTOR);
            case JDK -> of(JDK);
        };
    }

    private static List<ReleasePoint> of(Library library) {
        return ALL.stream().filter(row -> row.library().equals(library)).toList();
    }

    private static ReleasePoint apache(String pool) {
        return ReleasePoint.of(APACHE, pool, "release", 2);
    }
}
