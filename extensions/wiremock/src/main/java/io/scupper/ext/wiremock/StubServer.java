package io.scupper.ext.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.LocalServer;
import io.scupper.spi.Wire;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP upstream of the subject whose answers the test writes down.
 *
 * <p>It keeps no journal of requests, which would grow with every one of them: WireMock's {@code verify} does not work.
 * For use by one thread, the test's.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StubServer implements Companion {

    private static final int CONTAINER_PORT = 8080;

    private final String name;
    private final List<MappingBuilder> stubs = new ArrayList<>();
    private String setting;
    private boolean proxied;
    private @Nullable InetSocketAddress address;
    private @Nullable AdminClient admin;
    private Optional<Wire> wire = Optional.empty();

    private StubServer(String name) {
        this.name = name;
        this.setting = name.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }

    /**
     * Makes a server that is started with the subject.
     *
     * @param name its host name among containers: lower-case letters, digits and hyphens, beginning with a letter; the
     *     subject is told its address in the setting {@code <NAME>_URL}
     * @throws ScupperException if it cannot be a host name
     */
    public static StubServer create(String name) {
        if (!name.matches("[a-z]([a-z0-9-]*[a-z0-9])?")) {
            throw new ScupperException(
                    ("StubServer '%s' cannot be a host name. Allowed are lower-case letters, digits and"
                                    + " hyphens, beginning with a letter, for example 'prices'.")
                            .formatted(name));
        }
        return new StubServer(name);
    }

    /** Names the setting in which the subject is told its address, for example {@code http://127.0.0.1:41234}. */
    public StubServer setting(String name) {
        this.setting = name;
        return this;
    }

    /** Puts a proxy between the subject and it, for faults of the wire; needs scupper-proxy. */
    public StubServer throughProxy() {
        this.proxied = true;
        return this;
    }

    /** Adds a stub, as {@code stubFor} does; at each start it is there before the subject is. */
    public StubServer stub(MappingBuilder stub) {
        stubs.add(stub);
        if (admin != null) {
            admin.wireMock().register(stub);
        }
        return this;
    }

    /**
     * Returns WireMock's own client, to change stubs while it runs; past the proxy. What is done through it is gone at the
     * next start.
     *
     * @throws ScupperException if it does not run
     */
    public WireMock client() {
        if (admin == null) {
            throw notRunning();
        }
        return admin.wireMock();
    }

    /**
     * Returns its address for the test, past the proxy, without a path.
     *
     * @throws ScupperException if it does not run
     */
    public URI address() {
        if (address == null) {
            throw notRunning();
        }
        return url(address.getHostString(), address.getPort());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return CONTAINER_PORT;
    }

    @Override
    public ContainerForm container() {
        return StubServerCommand.container(CONTAINER_PORT);
    }

    @Override
    public LocalServer startLocally() {
        return StubServerProcess.start(name);
    }

    @Override
    public boolean proxied() {
        return proxied;
    }

    @Override
    public Map<String, String> settings(String host, int port) {
        return Map.of(setting, url(host, port).toString());
    }

    /**
     * Waits until it answers, for 30 s at the most, and gives it the stubs.
     *
     * @throws ScupperException if it does not answer
     */
    @Override
    public void started(InetSocketAddress direct, Optional<Wire> wire) {
        AdminClient client = AdminClient.connect(name, direct);
        stubs.forEach(client.wireMock()::register);
        this.address = direct;
        this.admin = client;
        this.wire = wire;
    }

    @Override
    public Optional<Wire> wire() {
        return wire;
    }

    @Override
    public void stopping() {
        AdminClient client = admin;
        this.address = null;
        this.admin = null;
        this.wire = Optional.empty();
        if (client != null) {
            client.close();
        }
    }

    private ScupperException notRunning() {
        return new ScupperException(
                "StubServer '%s' does not run: it is started with the subject and stopped with it.".formatted(name));
    }

    private static URI url(String host, int port) {
        return URI.create("http://" + host + ":" + port);
    }
}
