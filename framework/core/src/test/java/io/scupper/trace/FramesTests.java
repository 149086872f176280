package io.scupper.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTests {

    private static final List<String> KEEP = List.of(
            "java.util.HashMap.putVal(HashMap.java:630)",
            "org.springframework.util.Cache.put(Cache.java:7)",
            "org.springframework.util.Caches.put(Caches.java:8)",
            "org.springframework.util.Caches.all(Caches.java:9)",
            "com.acme.Orders.keep(Orders.java:31)",
            "java.base/java.lang.reflect.Method.invoke(Method.java:1)",
            "com.acme.Main.main(Main.java:9)",
            "java.lang.Thread.run(Thread.java:840)");

    @Test
    void culpritIsTheNearestMethodOfTheApplication() {
        assertThat(Frames.culprit(KEEP)).contains("com.acme.Orders.keep");
    }

    @Test
    void framesOfGoAreTheApplicationsWhereTheirFileHasNoFolder() {
        List<String> keep = List.of(
                "io.ReadAll(std/io/io.go:660)",
                "github.com/gin-gonic/gin.(*Context).GetRawData(github.com/gin-gonic/gin@v1.8.1/context.go:840)",
                "main.(*Audit).keep(audit.go:23)");

        assertThat(Frames.culprit(keep)).contains("main.(*Audit).keep");
        assertThat(Frames.culprit(keep.subList(0, 2))).contains("github.com/gin-gonic/gin.(*Context).GetRawData");
        assertThat(Frames.culprit(keep.subList(0, 1))).isEmpty();
        assertThat(Frames.isGo("com.acme.Orders.keep(Orders.java:31)")).isFalse();
    }

    @Test
    void lambdaGoesByTheMethodThatItStandsIn() {
        assertThat(Frames.culprit(List.of("com.acme.Orders.lambda$keep$14(Orders.java:31)")))
                .contains("com.acme.Orders.keep");
        assertThat(Frames.culprit(List.of("com.acme.Orders.lambda$new$0(Orders.java:9)")))
                .contains("com.acme.Orders.lambda$new$0");
    }

    @Test
    void culpritIsALibraryWhereThereIsNoApplicationAndNobodyWhereThereIsNone() {
        assertThat(Frames.culprit(KEEP.subList(0, 2))).contains("org.springframework.util.Cache.put");
        assertThat(Frames.culprit(KEEP.subList(0, 1))).isEmpty();
        assertThat(Frames.culprit(List.of("io.scupper.agent.Session.serve(Session.java:1)")))
                .isEmpty();
    }

    @Test
    void whatIsGeneratedIsNobodys() {
        assertThat(List.of(
                        "com.acme.Prices$$EnhancerBySpringCGLIB$$4fdcd11d_7.CGLIB$STATICHOOK7(<generated>)",
                        "com.acme.Prices$$SpringCGLIB$$0.of(Unknown Source)",
                        "com.acme.Order$HibernateProxy$iVk0wEbF.getId(Unknown Source)",
                        "com.acme.Order$ByteBuddy$iVk0wEbF.getId(Unknown Source)",
                        "com.acme.Order_$$_jvst1b2_0.getId(Order_$$_jvst1b2_0.java)",
                        "com.acme.Prices$Fast.of(<generated>)",
                        "com.acme.$Proxy12.of(Unknown Source)"))
                .allSatisfy(frame ->
                        assertThat(Frames.culprit(List.of(frame, KEEP.get(4)))).contains("com.acme.Orders.keep"));
        assertThat(Frames.isApplication("com.acme.Prices$Proxying.of(Prices.java:7)"))
                .isTrue();
        assertThat(Frames.isApplication("com.acme.Prices$$anonfun$1.apply(Prices.scala:7)"))
                .isTrue();
    }

    @Test
    void noteBetweenFramesIsNobodysAndSaidWhereItIsLeftOut() {
        List<String> opened = List.of(
                "java.nio.channels.FileChannel.open(FileChannel.java:1)",
                "io.vertx.core.File.open(File.java:2)",
                "java.lang.Thread.run(Thread.java:840)",
                "(a task, submitted by)",
                "io.vertx.core.Files.open(Files.java:3)",
                "com.acme.Orders.keep(Orders.java:31)");

        assertThat(Frames.culprit(opened)).contains("com.acme.Orders.keep");
        assertThat(Frames.culprit(opened.subList(3, 4))).isEmpty();
        assertThat(Frames.shown(opened, 6))
                .containsExactly(
                        "io.vertx.core.File.open(File.java:2)",
                        "… 2 more (a task, submitted by)",
                        "com.acme.Orders.keep(Orders.java:31)");
        assertThat(Frames.fromApplication(opened)).containsExactly("com.acme.Orders.keep(Orders.java:31)");
        assertThat(Frames.fromApplication(opened.subList(0, 3))).isEqualTo(opened.subList(0, 3));
    }

    @Test
    void examplesAreAnApplicationLikeAnyOther() {
        assertThat(Frames.isApplication("io.scupper.examples.orders.Reports.run(Reports.java:26)"))
                .isTrue();
        assertThat(Frames.isApplication("io.scupper.engine.Load.work(Load.java:26)"))
                .isFalse();
        assertThat(Frames.isApplication("java.base/java.lang.Thread.run(Thread.java:840)"))
                .isFalse();
    }

    @Test
    void theNearestFrameOfALibraryIsShownAndThenTheApplication() {
        assertThat(Frames.shown(KEEP, 3))
                .containsExactly(
                        "org.springframework.util.Cache.put(Cache.java:7)",
                        "… 2 more",
                        "com.acme.Orders.keep(Orders.java:31)",
                        "java.base/java.lang.reflect.Method.invoke(Method.java:1)",
                        "… 1 more");
    }

    /** Which of the libraries should have closed it is nowhere else. */
    @Test
    void theCallsOfOneLibraryByAnotherAreShown() {
        List<String> connected = List.of(
                "java.net.Socket.connect(Socket.java:604)",
                "org.apache.http.impl.Operator.connect(Operator.java:134)",
                "org.apache.http.execchain.Execution.execute(Execution.java:236)",
                "org.glassfish.jersey.apache.Connector.apply(Connector.java:426)",
                "org.glassfish.jersey.client.Invocation.invoke(Invocation.java:741)",
                "com.acme.Orders.price(Orders.java:31)");

        assertThat(Frames.shown(connected, 6))
                .containsExactly(
                        "org.apache.http.impl.Operator.connect(Operator.java:134)",
                        "… 1 more",
                        "org.glassfish.jersey.apache.Connector.apply(Connector.java:426)",
                        "… 1 more",
                        "com.acme.Orders.price(Orders.java:31)");
    }

    @Test
    void ofManyLibrariesTheCallsNearestToTheApplicationAreShown() {
        List<String> stack = List.of(
                "io.netty.channel.Channel.open(Channel.java:1)",
                "okio.Okio.sink(Okio.java:2)",
                "okhttp3.internal.Chain.proceed(Chain.java:3)",
                "okhttp3.RealCall.execute(RealCall.java:4)",
                "com.acme.Orders.price(Orders.java:31)");

        assertThat(Frames.shown(stack, 6))
                .containsExactly(stack.get(0), "… 1 more", stack.get(2), stack.get(3), stack.get(4));
    }

    @Test
    void stackThatTheApplicationIsNearestInIsShownFromThere() {
        assertThat(Frames.shown(KEEP.subList(4, 8), 6)).isEqualTo(KEEP.subList(4, 7));
        assertThat(Frames.shown(KEEP.subList(3, 8), 6)).isEqualTo(KEEP.subList(3, 7));
    }

    @Test
    void stackOfNobodyIsShownAsItIs() {
        assertThat(Frames.shown(KEEP.subList(7, 8), 6)).isEqualTo(KEEP.subList(7, 8));
        assertThat(Frames.shown(KEEP.subList(0, 4), 2))
                .as("of libraries alone")
                .containsExactly(KEEP.get(1), KEEP.get(2), "… 1 more");
    }
}
