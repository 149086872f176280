package io.scupper.ext.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.ext.outside.MetricsText.Figure;
import io.scupper.model.Resource;
import io.scupper.model.ScupperException;
import io.scupper.model.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTests {

    @Test
    void bothFormatsAreRead() {
        assertThat(MetricsText.parse("""
                                # HELP hikaricp_connections_active Active connections
                                # TYPE hikaricp_connections_active gauge
                                hikaricp_connections_active{pool="the \\"main\\" one",} 3.0
                                go_goroutines 9
                                process_open_fds 1.2e+01 1700000000000
                                requests_seconds_bucket{le="+Inf",path="/a,b}"} +Inf # {trace_id="x"} 0.67
                                # EOF
                                """))
                .containsExactly(
                        new Figure("hikaricp_connections_active", Map.of("pool", "the \"main\" one"), 3),
                        new Figure("go_goroutines", Map.of(), 9),
                        new Figure("process_open_fds", Map.of(), 12),
                        new Figure(
                                "requests_seconds_bucket",
                                Map.of("le", "+Inf", "path", "/a,b}"),
                                Double.POSITIVE_INFINITY));
    }

    @Test
    void aPageThatIsNoneIsRefused() {
        assertThatThrownBy(() -> MetricsText.parse("<html><body>Login</body></html>"))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("'<html><body>Login</body></html>'")
                .hasMessageContaining("HTML");
    }

    @Test
    void knownNamesAreResourcesThatAreCalledAsTheyAreInAJvm() {
        assertThat(resources("hikaricp_connections_active{pool=\"orders\"} 3"))
                .containsExactly(Resource.count("leases", "HikariCP 'orders' leased"));
        assertThat(resources("jvm_buffer_memory_used_bytes{id=\"direct\"} 8192"))
                .containsExactly(new Resource("buffers", "direct", Unit.BYTES));
        assertThat(resources(
                        "httpcomponents_httpclient_pool_total_connections{httpclient=\"p\",state=\"available\"} 1"))
                .isEmpty();
        assertThat(resources("go_goroutines 9")).containsExactly(Resource.count("goroutines", "all"));
    }

    @Test
    void aNamedMetricIsTheSumOfThoseThatHaveItsLabels() {
        List<Figure> figures = MetricsText.parse("""
                orders_pending{queue="mail",shard="1"} 2
                orders_pending{queue="mail",shard="2"} 3
                orders_pending{queue="print"} 7
                """);

        assertThat(NamedMetric.of("orders_pending{queue=\"mail\"}").in(figures)).isEqualTo(5);
        assertThat(NamedMetric.of("orders_pending").in(figures)).isEqualTo(12);
        assertThatThrownBy(() -> NamedMetric.of("orders_waiting").in(figures))
                .hasMessageContaining("exposes no metric 'orders_waiting'");
        assertThatThrownBy(() -> NamedMetric.of("two words")).hasMessageContaining("'two words' names no metric");
    }

    private static List<Resource> resources(String line) {
        Figure figure = MetricsText.parse(line).get(0);
        return KnownMetric.all().stream()
                .filter(known -> known.is(figure))
                .map(known -> known.resource(figure))
                .toList();
    }
}
