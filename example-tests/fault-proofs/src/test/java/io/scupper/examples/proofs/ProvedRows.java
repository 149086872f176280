package io.scupper.examples.proofs;

import io.scupper.examples.proofs.subject.Buffers;
import io.scupper.examples.proofs.subject.Caches;
import io.scupper.examples.proofs.subject.Connections;
import io.scupper.examples.proofs.subject.Contexts;
import io.scupper.examples.proofs.subject.Cursors;
import io.scupper.examples.proofs.subject.Files;
import io.scupper.examples.proofs.subject.Guards;
import io.scupper.examples.proofs.subject.Logs;
import io.scupper.examples.proofs.subject.Prices;
import io.scupper.examples.proofs.subject.Receipts;
import io.scupper.examples.proofs.subject.RedisPools;
import io.scupper.examples.proofs.subject.Replies;
import io.scupper.examples.proofs.subject.Scopes;
import io.scupper.examples.proofs.subject.ShortLivedPools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rows are proved with which subject. */
final class ProvedRows {

    private static final String WORKERS = "threads:worker-*";

    /** An odd number, for each operation passes twice, and a second time nobody waits for. */
    private static final Map<String, String> NOW_AND_THEN = Map.of("every", "5", "times", "0");

    private static final String RESPONSE = "unclosed-response";
    private static final String RESULT_SET = "unclosed-result-set";
    private static final String DIRECT = "buffers:direct";

    static final List<ProvedRow> ALL = List.of(
            ProvedRow.of("unclosed-connection", "HikariCP", Connections.class, "hikari trusting", "leases:HikariCP"),
            ProvedRow.of("unclosed-connection", "HikariCP", Connections.class, "hikari trusting", "leases:HikariCP")
                    .inOlder("hikari6.jar"),
            ProvedRow.of("unclosed-connection", "DBCP2", Connections.class, "dbcp trusting", "leases:Commons Pool 2")
                    .recovering("dbcp reclaiming"),
            ProvedRow.of(
                            "unclosed-connection",
                            "Tomcat JDBC",
                            Connections.class,
                            "tomcat trusting",
                            "leases:Tomcat JDBC")
                    .recovering("tomcat reclaiming"),
            ProvedRow.of("unclosed-statement", "HikariCP", Connections.class, "hikari keeping", "heap:")
                    .recovering("hikari trusting")
                    .inManyOperations(),
            ProvedRow.of(
                            "unclosed-statement",
                            "DBCP2",
                            Connections.class,
                            "dbcp keeping",
                            "heap:org.apache.commons.dbcp2.")
                    .recovering("dbcp reclaiming")
                    .inManyOperations(),
            ProvedRow.of(
                            RESULT_SET,
                            "HikariCP",
                            Cursors.class,
                            "hikari keeping",
                            "heap:com.zaxxer.hikari.pool.HikariProxyResultSet")
                    .recovering("hikari returning")
                    .inManyOperations(),
            ProvedRow.of(
                            RESULT_SET,
                            "DBCP2",
                            Cursors.class,
                            "dbcp keeping",
                            "heap:org.apache.commons.dbcp2.DelegatingResultSet")
                    .recovering("dbcp returning")
                    .inManyOperations(),
            ProvedRow.of(RESULT_SET, "Tomcat JDBC", Cursors.class, "tomcat keeping", "heap:org.h2.jdbc.JdbcResultSet")
                    .recovering("tomcat returning")
                    .inManyOperations(),
            ProvedRow.of(RESPONSE, "Apache HttpClient 5", Prices.class, "apache", "leases:Apache HttpClient 5")
                    .at("StrictConnPool"),
            ProvedRow.of(RESPONSE, "Apache HttpClient 5", Prices.class, "apache-lax", "leases:Apache HttpClient 5")
                    .at("LaxConnPool"),
            ProvedRow.of(RESPONSE, "Apache HttpClient 5", Prices.class, "apache-offlock", "leases:Apache HttpClient 5")
                    .at("RouteSegmentedConnPool"),
            ProvedRow.of(RESPONSE, "OkHttp", Prices.class, "okhttp-history", "leases:OkHttp")
                    .recovering("okhttp"),
            ProvedRow.of(RESPONSE, "OkHttp", Prices.class, "okhttp-history", "leases:OkHttp")
                    .recovering("okhttp")
                    .inOlder("okhttp4.jar"),
            ProvedRow.of(RESPONSE, "JDK HttpClient", Prices.class, "jdk", "sockets:ESTABLISHED to 127.0.0.1:"),
            ProvedRow.of(RESPONSE, "Apache HttpClient 4", Prices.class, "apache4", "leases:Apache HttpClient 4"),
            ProvedRow.of(RESPONSE, "Reactor Netty", Prices.class, "reactor", "sockets:ESTABLISHED to "),
            ProvedRow.of("unreturned-redis-connection", "Jedis", RedisPools.class, "jedis", "leases:Commons Pool 2"),
            ProvedRow.of(
                    "unreturned-redis-connection", "Jedis", RedisPools.class, "jedis-client", "leases:Commons Pool 2"),
            ProvedRow.of(
                    "unreturned-redis-connection", "Lettuce", RedisPools.class, "lettuce", "leases:Commons Pool 2"),
            ProvedRow.of(
                    "unreturned-redis-connection", "Redisson", RedisPools.class, "redisson", "sockets:ESTABLISHED to "),
            unacknowledged("impl.ChannelN", "plain"),
            unacknowledged("RecoveryAwareChannelN", "recovering"),
            ProvedRow.of(
                            "stuck-eviction",
                            "Caffeine",
                            Caches.class,
                            "caffeine trusting",
                            "heap:" + of(Caches.class, "Order"))
                    .at("evictEntries")
                    .recovering("caffeine tidying")
                    .always(),
            ProvedRow.of("stuck-eviction", "Guava", Caches.class, "guava trusting", "heap:" + of(Caches.class, "Order"))
                    .at("evictEntries")
                    .recovering("guava tidying")
                    .always(),
            ProvedRow.of(
                            "stuck-eviction",
                            "Caffeine",
                            Caches.class,
                            "caffeine-expiring trusting",
                            "heap:" + of(Caches.class, "Order"))
                    .at("expireEntries")
                    .recovering("caffeine-expiring tidying")
                    .always(),
            ProvedRow.of(
                            "stuck-eviction",
                            "Guava",
                            Caches.class,
                            "guava-expiring trusting",
                            "heap:" + of(Caches.class, "Order"))
                    .at("expireEntries")
                    .recovering("guava-expiring tidying")
                    .always(),
            ProvedRow.of("skipped-shutdown", "JDK executors", ShortLivedPools.class, "executor", WORKERS)
                    .calledByItself(),
            ProvedRow.of("skipped-shutdown", "JDK Timer", ShortLivedPools.class, "timer", WORKERS)
                    .calledByItself(),
            ProvedRow.of("skipped-shutdown", "JDK ForkJoinPool", ShortLivedPools.class, "fork-join", WORKERS)
                    .recovering("fork-join-impatient")
                    .calledByItself(),
            ProvedRow.of(
                            "uncleared-context",
                            "JDK ThreadLocal",
                            Contexts.class,
                            "trusting",
                            "heap:" + of(Contexts.class, "Step"))
                    .recovering("wary")
                    .always()
                    .calledByItself(),
            uncleared("Logback", "logback remove", "#remove"),
            uncleared("Logback", "logback clear", "#clear"),
            uncleared("Log4j 2", "log4j remove", "#remove"),
            uncleared("Log4j 2", "log4j clear", "#clearMap"),
            ProvedRow.of("slow-appender", "Logback", Logs.class, "logback leaky", "heap:" + of(Logs.class, "Request"))
                    .recovering("logback remedied")
                    .inEveryRound(),
            ProvedRow.of("slow-appender", "Log4j 2", Logs.class, "log4j leaky", "heap:" + of(Logs.class, "Request"))
                    .recovering("log4j remedied")
                    .inEveryRound(),
            ProvedRow.of("unreleased-lock", "JDK ReentrantLock", Guards.class, "lock leaky", WORKERS)
                    .recovering("lock remedied")
                    .with(NOW_AND_THEN)
                    .calledByItself(),
            ProvedRow.of("unreleased-lock", "JDK Semaphore", Guards.class, "semaphore leaky", WORKERS)
                    .recovering("semaphore remedied")
                    .with(NOW_AND_THEN)
                    .calledByItself(),
            ProvedRow.of("unreturned-permit", "Resilience4j Bulkhead", Guards.class, "bulkhead leaky", WORKERS)
                    .at("onComplete")
                    .recovering("bulkhead remedied")
                    .with(NOW_AND_THEN),
            ProvedRow.of("unreturned-permit", "Resilience4j Bulkhead", Guards.class, "permit leaky", WORKERS)
                    .at("releasePermission")
                    .recovering("permit remedied")
                    .with(NOW_AND_THEN),
            breaker("breaker-success", "onSuccess"),
            breaker("breaker-error", "onError"),
            breaker("breaker-release", "releasePermission"),
            ProvedRow.of("unreleased-buffer", "Netty", Buffers.class, "pooled forgetting", DIRECT)
                    .always()
                    .calledByItself(),
            ProvedRow.of("unreleased-buffer", "Netty", Buffers.class, "pooled forgetting", DIRECT)
                    .always()
                    .calledByItself()
                    .inOlder("netty41.jars"),
            ProvedRow.of("unreleased-buffer", "Netty", Buffers.class, "unpooled trusting", DIRECT)
                    .recovering("unpooled forgetting")
                    .inEveryRound()
                    .calledByItself(),
            ProvedRow.of("unreleased-buffer", "Netty", Buffers.class, "unpooled trusting", DIRECT)
                    .recovering("unpooled forgetting")
                    .inEveryRound()
                    .calledByItself()
                    .inOlder("netty41.jars"),
            ProvedRow.of("unfinished-async", "Tomcat", Replies.class, "leaky", "heap:" + of(Replies.class, "Order"))
                    .recovering("remedied")
                    .inEveryRound()
                    .calledByItself(),
            ProvedRow.of("unclosed-file", "JDK file streams", Files.class, "stream", "descriptors:file")
                    .at("FileInputStream#")
                    .inManyOperations()
                    .calledByItself(),
            ProvedRow.of("unclosed-file", "JDK file streams", Files.class, "writer", "descriptors:file")
                    .at("FileOutputStream#")
                    .inManyOperations()
                    .calledByItself(),
            ProvedRow.of("unclosed-file", "JDK FileChannel", Files.class, "channel", "descriptors:file")
                    .inManyOperations()
                    .calledByItself());

    /** What is withheld shows as a lease, as objects, as threads, and as memory outside the heap. */
    private static final Set<String> STANDING_FOR_ALL =
            Set.of("unclosed-connection", RESULT_SET, "skipped-shutdown", "unreleased-buffer");

    /** The first of each of these families. */
    static final List<ProvedRow> REPRESENTATIVE = ALL.stream()
            .filter(row -> STANDING_FOR_ALL.contains(row.id()))
            .collect(Collectors.groupingBy(ProvedRow::id, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(rows -> rows.get(0))
            .toList();

    private ProvedRows() {}

    private static ProvedRow uncleared(String logger, String leaky, String method) {
        return ProvedRow.of(
                        "uncleared-context",
                        logger,
                        Scopes.class,
                        leaky + " trusting",
                        "heap:" + of(Scopes.class, "Step"))
                .at(method)
                .recovering(leaky + " wary")
                .always();
    }

    private static ProvedRow unacknowledged(String channel, String connection) {
        return ProvedRow.of(
                        "unacknowledged-message",
                        "RabbitMQ client",
                        Receipts.class,
                        connection + " trusting",
                        "rabbitmq:queue 'orders' unacknowledged")
                .at(channel)
                .recovering(connection + " renewing");
    }

    private static ProvedRow breaker(String outcome, String method) {
        return ProvedRow.of(
                        "unreturned-permit", "Resilience4j CircuitBreaker", Guards.class, outcome + " leaky", WORKERS)
                .at(method)
                .recovering(outcome + " remedied")
                .with(NOW_AND_THEN);
    }

    private static String of(Class<?> subject, String nested) {
        return subject.getName() + "$" + nested;
    }
}
