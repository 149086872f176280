package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.model.LoadedLibrary;
import io.scupper.model.LoadedLibrary.Fit;
import io.scupper.model.ScupperException;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Weaving;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryFaultTests {

    private static final FaultSpec CONNECTIONS = Faults.of("unclosed-connection");

    private final FakeSubject subject = FakeSubject.withoutHttp();

    static Stream<LibraryFaultType> types() {
        return Faults.types().stream()
                .filter(LibraryFaultType.class::isInstance)
                .map(LibraryFaultType.class::cast);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyRowOfATableIsAnotherAndSaysInWhichVersionsItWasTried(LibraryFaultType type) {
        List<ReleasePoint> rows = type.releasePoints();

        assertThat(rows).isNotEmpty();
        assertThat(rows).extracting(ReleasePoint::site).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.library().versions()).isNotEmpty();
            assertThat(row.library().coordinates()).matches("JDK|[\\w.-]+:[\\w.-]+");
            assertThat(row.joinPoint().label()).isEqualTo(row.library().name());
            assertThat(row.joinPoint().parameters()).isNotNegative();
        });
    }

    @Test
    void oneLibraryIsThatLibraryAlone() {
        Weaving weaving = woven(CONNECTIONS.with("library", "dbcp2").with("thread", "http-"));

        assertThat(weaving.effect()).isEqualTo(Effect.skip());
        assertThat(weaving.joinPoints())
                .containsExactly(JoinPoint.of(
                                "DBCP2",
                                "org.apache.commons.dbcp2.PoolingDataSource$PoolGuardConnectionWrapper",
                                "close",
                                0)
                        .onThread("http-"));
    }

    @Test
    void callerOfARowStaysUnlessTheTestNamesOne() {
        FaultSpec lettuce = Faults.of("unreturned-redis-connection").with("library", "Lettuce");

        assertThat(woven(lettuce).joinPoints())
                .extracting(JoinPoint::caller)
                .containsExactly("io.lettuce.core.support.");
        assertThat(woven(lettuce.with("caller", "com.acme")).joinPoints())
                .extracting(JoinPoint::caller)
                .containsExactly("com.acme");
    }

    /** It wraps results in a proxy with one method for all calls, so that the driver's own is meant: only where the pool calls it. */
    @Test
    void resultsOfTomcatAreLeftOpenBelowItsOwnProxyAlone() {
        Weaving weaving = woven(Faults.of("unclosed-result-set").with("library", "Tomcat JDBC"));

        assertThat(weaving.joinPoints())
                .containsExactly(JoinPoint.of("Tomcat JDBC", "java.sql.ResultSet", "close", 0)
                        .orSubtypes()
                        .calledFrom("org.apache.tomcat.jdbc.pool.StatementFacade"));
    }

    /** A JVM before Java 21 has no such class, and is asked for none of its methods. */
    @Test
    void tasksOnVirtualThreadsAreAPointOfTheirOwnClass() {
        Weaving weaving = woven(Faults.abandonedTasks(AbandonedTasks.How.PARK).with("thread", "orders-"));

        assertThat(weaving.joinPoints())
                .contains(
                        JoinPoint.of("JDK virtual threads", "java.lang.VirtualThread", "run", 1)
                                .onThread("orders-"),
                        JoinPoint.of("JDK ForkJoinPool", "java.util.concurrent.ForkJoinTask", "doExec", 0)
                                .onThread("orders-"));
    }

    @Test
    void anUnknownLibraryListsThoseOfTheTable() {
        assertThatThrownBy(() -> Faults.create(CONNECTIONS.with("library", "c3p0")))
                .isInstanceOf(ScupperException.class)
                .hasMessage("Parameter 'library' of fault 'unclosed-connection' is 'c3p0'. Allowed is ANY or one of:"
                        + " HikariCP, DBCP2, Tomcat JDBC.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreleased-lock", "skipped-shutdown", "unclosed-file", "uncleared-context"})
    void whatEverybodyCallsWantsToKnowWhoIsMeant(String id) {
        assertThatThrownBy(() -> Faults.create(Faults.of(id)))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("Fault '" + id + "' would strike every ")
                .hasMessageContaining("of the JVM, those of its libraries too. Give 'caller', ");
        Faults.create(Faults.of(id).with("caller", "com.acme"));
        Faults.create(Faults.of(id).with("thread", "orders-"));
        Faults.create(Faults.of(id).with("site", "com.acme.Lock#release"));
    }

    @Test
    void libraryThatIsLoadedInAVersionThatFitsNoRowIsRefusedByBothVersions() {
        load("HikariCP", "9.0", "HikariCP-9.0.jar", Fit.DIFFERS);

        assertThatThrownBy(() -> prepared(CONNECTIONS))
                .isInstanceOf(ScupperException.class)
                .hasMessage("Fault 'unclosed-connection' has no join point in HikariCP 9.0 (HikariCP-9.0.jar):"
                        + " com.zaxxer.hikari.pool.ProxyConnection#close was tried with 6.3.0 and 7.1.0. Give 'site', the"
                        + " method by which this version does it, such as site=com.acme.Pool#release; or 'library', if"
                        + " another is meant.");
        assertThat(subject.woven).isEmpty();
    }

    @Test
    void whatTheJdkBringsIsToldByTheVersionOfJava() {
        load("JDK HttpClient", "27", "Java", Fit.ABSENT);

        assertThatThrownBy(() -> prepared(Faults.unclosedResponses().with("client", "JDK")))
                .hasMessageStartingWith("Fault 'unclosed-response' has no join point in JDK HttpClient Java 27 (Java):"
                        + " jdk.internal.net.http.ConnectionPool#returnToPool was tried with Java 17 and 25.");
    }

    @Test
    void libraryThatIsLoadedOnlyWhenTheFaultIsArmedIsRefusedThen() {
        PreparedFault fault = prepared(CONNECTIONS);
        load("HikariCP", "9.0", "HikariCP-9.0.jar", Fit.ABSENT);

        assertThatThrownBy(fault::arm).hasMessageContaining("HikariCP 9.0");
        assertThat(subject.told).containsExactly("weave unclosed-connection");
    }

    @Test
    void oneTypeOfSeveralIsEnough() {
        load("Apache HttpClient 5", "5.4", "httpclient5-5.4.jar", Fit.FITS, Fit.FITS, Fit.ABSENT);

        Weaving weaving = woven(Faults.unclosedResponses().with("client", "APACHE"));

        assertThat(weaving.joinPoints())
                .extracting(JoinPoint::type)
                .containsExactly("org.apache.hc.core5.pool.StrictConnPool", "org.apache.hc.core5.pool.LaxConnPool");
    }

    @Test
    void typeThatIsThereWithoutTheMethodIsRefusedWhateverElseFits() {
        load("Apache HttpClient 5", "6.0", "httpclient5-6.0.jar", Fit.FITS, Fit.DIFFERS, Fit.ABSENT);

        assertThatThrownBy(() -> prepared(Faults.unclosedResponses()))
                .hasMessageContaining("6.0.jar): org.apache.hc.core5.pool.LaxConnPool#release was tried with");
    }

    @Test
    void aSiteOfTheUsersOwnIsHeldToNoVersion() {
        load("HikariCP", "9.0", "HikariCP-9.0.jar", Fit.DIFFERS);

        Weaving weaving = woven(CONNECTIONS.with("site", "com.zaxxer.hikari.pool.ProxyConnection#giveBack"));

        assertThat(weaving.joinPoints()).extracting(JoinPoint::method).containsExactly("giveBack");
        assertThat(subject.asked).isEmpty();
    }

    @Test
    void slowAppendersAreDelayed() {
        assertThat(woven(Faults.of("slow-appender").with("delay", "1s")).effect())
                .isEqualTo(Effect.delay(1_000));
        assertThatThrownBy(() -> Faults.create(Faults.of("slow-appender").with("delay", "0ms")))
                .hasMessage("Parameter 'delay' of fault 'slow-appender' is '0ms'. Allowed is a duration of 1ms or more,"
                        + " such as '200ms'.");
    }

    private void load(String name, String version, String jar, Fit... fits) {
        Library library = types().flatMap(type -> type.releasePoints().stream())
                .map(ReleasePoint::library)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        subject.loaded.add(new LoadedLibrary(library, version, jar, Arrays.asList(fits)));
    }

    private PreparedFault prepared(FaultSpec spec) {
        return Faults.create(spec).prepare(subject);
    }

    private Weaving woven(FaultSpec spec) {
        prepared(spec);
        return subject.woven.get(subject.woven.size() - 1);
    }
}
