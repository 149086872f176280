package io.scupper.fault;

import io.scupper.model.PoolWatch;
import java.util.List;

/** How the pools of well-known libraries are read; every chain was followed with the versions named, on Java 17 and 25. */
public final class PoolWatches {

    /** All of them; what is not on the subject's class path is never met. */
    public static final List<PoolWatch> ALL = List.of(
            // 5.4.4 and 5.6.5, classic and async. One row a pool: a wrapper above them would be counted too.
            apache("org.apache.hc.core5.pool.StrictConnPool"),
            apache("org.apache.hc.core5.pool.LaxConnPool"),
            apache("org.apache.hc.core5.pool.RouteSegmentedConnPool"),
            // 4.5.14
            new PoolWatch(
                    "Apache HttpClient 4",
                    "org.apache.http.pool.AbstractConnPool",
                    false,
                    "lease",
                    "",
                    "getTotalStats().getLeased()",
                    "getTotalStats().getAvailable()",
                    "getTotalStats().getPending()"),
            // 4.12.1 and 5.5.1; the name goes on with $okhttp in the former.
            new PoolWatch(
                    "OkHttp",
                    "okhttp3.internal.connection.RealConnectionPool",
                    false,
                    "callAcquirePooledConnection*",
                    "",
                    "connectionCount() - idleConnectionCount()",
                    "idleConnectionCount()",
                    ""),
            // It keeps no count of connections that are out; a response left unread is a request that stays pending.
            new PoolWatch(
                    "JDK HttpClient",
                    "jdk.internal.net.http.HttpClientImpl",
                    false,
                    "reference",
                    "dbgString()",
                    "pendingHttpRequestCount",
                    "connectionPool().expiryList.size()",
                    ""),
            // 7.1.0
            new PoolWatch(
                    "HikariCP",
                    "com.zaxxer.hikari.pool.HikariPool",
                    false,
                    "getConnection",
                    "config.getPoolName()",
                    "getActiveConnections()",
                    "getIdleConnections()",
                    "getThreadsAwaitingConnection()",
                    "config.getMaximumPoolSize()"),
            // 2.13.1: the pools of DBCP2 and Jedis, and those that Lettuce supports.
            new PoolWatch(
                    "Commons Pool 2",
                    "org.apache.commons.pool2.impl.GenericObjectPool",
                    false,
                    "borrowObject",
                    "",
                    "getNumActive()",
                    "getNumIdle()",
                    "getNumWaiters()",
                    "getMaxTotal()"),
            // 10.1.40. Without its name, which is another in each JVM unless somebody gives it one.
            new PoolWatch(
                    "Tomcat JDBC",
                    "org.apache.tomcat.jdbc.pool.ConnectionPool",
                    false,
                    "getConnection",
                    "",
                    "getActive()",
                    "getIdle()",
                    "getWaitCount()"));

    private PoolWatches() {}

    private static PoolWatch apache(String pool) {
        return new PoolWatch(
                "Apache HttpClient 5",
                pool,
                false,
                "lease",
                "",
                "getTotalStats().getLeased()",
                "getTotalStats().getAvailable()",
                "getTotalStats().getPending()",
                "getTotalStats().getMax()");
    }
}
