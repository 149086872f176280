package io.scupper.examples.realleaks.drivers;

import javax.ws.rs.client.ClientBuilder;
import javax.ws.rs.client.ResponseProcessingException;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.glassfish.jersey.apache.connector.ApacheClientProperties;
import org.glassfish.jersey.apache.connector.ApacheConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.authentication.HttpAuthenticationFeature;

/** Asks for what needs credentials, has none, and is told so by an exception. */
public final class JerseyBasic401 {

    private static final int MOST_CONNECTIONS = 1_000;

    private JerseyBasic401() {}

    public static void main(String[] args) throws Exception {
        String upstream = Front.upstream(exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"orders\"");
            Front.answer(exchange, 401, "Who are you?");
        });
        var pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(MOST_CONNECTIONS);
        pool.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        var config = new ClientConfig()
                .connectorProvider(new ApacheConnectorProvider())
                .property(ApacheClientProperties.CONNECTION_MANAGER, pool)
                .register(
                        HttpAuthenticationFeature.basicBuilder().nonPreemptive().build());
        var orders = ClientBuilder.newClient(config).target(upstream);
        Front.serve(() -> {
            try {
                orders.request().get(String.class);
                throw new IllegalStateException("It was let in.");
            } catch (ResponseProcessingException e) {
                // The caller is to find credentials and to ask again.
            }
        });
    }
}
