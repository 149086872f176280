package io.scupper.examples.realleaks;

import java.util.List;

/** All of them, one row each. */
final class RealLeaks {

    private static final String QUIET = "org.slf4j:slf4j-nop:1.7.36";

    static final List<RealLeak> ALL = List.of(
            new RealLeak(
                    "jersey-basic-401",
                    "JerseyBasic401",
                    List.of(
                            "org.glassfish.jersey.core:jersey-client:*",
                            "org.glassfish.jersey.inject:jersey-hk2:*",
                            "org.glassfish.jersey.connectors:jersey-apache-connector:*"),
                    "2.28",
                    "2.29",
                    23,
                    "sockets:ESTABLISHED to 127.0.0.1:",
                    "org.glassfish.jersey.apache.connector.ApacheConnector.apply"),
            new RealLeak(
                    "okhttp-ws-refused",
                    "OkHttpWsRefused",
                    List.of("com.squareup.okhttp3:okhttp:*"),
                    "3.11.0",
                    "3.12.0",
                    23,
                    "sockets:ESTABLISHED to 127.0.0.1:",
                    "okhttp3.ConnectionPool.connections"),
            new RealLeak(
                    "curator-ttl-node",
                    "CuratorTtlNode",
                    List.of("org.apache.curator:curator-recipes:*", "org.apache.curator:curator-test:*", QUIET),
                    "5.8.0",
                    "5.9.0",
                    23,
                    "threads:Curator-PersistentTtlNode-*",
                    "org.apache.curator.framework.recipes.nodes.PersistentTtlNode.start"),
            new RealLeak(
                    "micrometer-step-close",
                    "MicrometerStepClose",
                    List.of("io.micrometer:micrometer-registry-influx:*", QUIET),
                    "1.0.4",
                    "1.0.5",
                    23,
                    "threads:influx-publisher",
                    "io.micrometer.core.instrument.step.StepMeterRegistry.start"),
            new RealLeak(
                    "spring-cloud-cb-threads",
                    "SpringCloudCbThreads",
                    List.of(
                            "org.springframework.cloud:spring-cloud-starter-circuitbreaker-resilience4j:*",
                            "io.github.resilience4j:resilience4j-bulkhead:1.7.0"),
                    "2.0.1",
                    "2.0.2",
                    23,
                    "threads:pool-*-thread-*",
                    "org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadProvider.run"),
            new RealLeak(
                    "hikari-threadlocal",
                    "HikariThreadLocal",
                    List.of("com.zaxxer:HikariCP:*", "com.h2database:h2:2.3.232", QUIET),
                    "3.4.2",
                    "3.4.3",
                    73,
                    "heap:com.zaxxer.hikari.pool.HikariPool",
                    "com.zaxxer.hikari.util.ConcurrentBag.threadList"),
            new RealLeak(
                    "caffeine-weak-weak",
                    "CaffeineWeakWeak",
                    List.of("com.github.ben-manes.caffeine:caffeine:*"),
                    "2.5.2",
                    "2.5.3",
                    211,
                    "heap:com.github.benmanes.caffeine.cache.References$WeakValueReference",
                    "com.github.benmanes.caffeine.cache.BoundedLocalCache.data"),
            new RealLeak(
                    "kafka-child-sensor",
                    "KafkaChildSensor",
                    List.of("org.apache.kafka:kafka-clients:*", QUIET),
                    "2.1.0",
                    "2.1.1",
                    211,
                    "heap:org.apache.kafka.common.metrics.Sensor",
                    "org.apache.kafka.common.metrics.Metrics.childrenSensors"),
            new RealLeak(
                    "reactor-timeout-tasks",
                    "ReactorTimeoutTasks",
                    List.of("io.projectreactor:reactor-core:*"),
                    "3.2.8.RELEASE",
                    "3.2.9.RELEASE",
                    53,
                    "tasks:scheduled",
                    "reactor.core.scheduler.Schedulers.directSchedule"),
            new RealLeak(
                    "vertx-worker-threads",
                    "VertxWorkerThreads",
                    List.of("io.vertx:vertx-core:*"),
                    "4.3.7",
                    "4.3.8",
                    211,
                    "heap:io.vertx.core.impl.VertxThread",
                    "io.vertx.core.impl.btc.BlockedThreadChecker.threads"),
            new RealLeak(
                    "vertx-empty-upload",
                    "VertxEmptyUpload",
                    List.of("io.vertx:vertx-web:*"),
                    "3.6.3",
                    "3.7.0",
                    23,
                    "descriptors:file",
                    "io.vertx.core.http.impl.HttpServerFileUploadImpl.streamToFileSystem"),
            new RealLeak(
                    "netty-delete-on-exit",
                    "NettyDeleteOnExit",
                    List.of("io.netty:netty-codec-http:*"),
                    "4.1.52.Final",
                    "4.1.53.Final",
                    53,
                    "delete-on-exit:files",
                    "io.netty.handler.codec.http.multipart.AbstractDiskHttpData.tempFile"),
            new RealLeak(
                    "netty-multipart-direct",
                    "NettyMultipartDirect",
                    List.of("io.netty:netty-codec-http:*"),
                    "4.1.63.Final",
                    "4.1.64.Final",
                    53,
                    "buffers:direct",
                    "io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder.loadDataMultipartOptimized"),
            new RealLeak(
                    "spring-aop-classes",
                    "SpringAopClasses",
                    List.of("org.springframework:spring-aop:*"),
                    "5.3.9",
                    "5.3.10",
                    53,
                    "classes:loaded",
                    "org.springframework.cglib.core.internal.LoadingCache.map"));

    private RealLeaks() {}
}
