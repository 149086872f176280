package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedAgentTests {

    @Test
    void addressHasAHostAndAPort() {
        assertThat(AttachedAgent.at("127.0.0.1:9404", "secret"))
                .isEqualTo(new AttachedAgent("127.0.0.1", 9404, "secret"));
        assertThat(AttachedAgent.at("[::1]:9404", "secret").host()).isEqualTo("[::1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "orders:", ":9404", "orders:0", "orders:70000", "http://orders:9404"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> AttachedAgent.at(address, "secret"))
                .isInstanceOf(ScupperException.class)
                .hasMessage("The agent's address is '" + address
                        + "'. Allowed is host:port, for example 127.0.0.1:9404, with a port from 1 to 65535.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void tokenMustBeThere(String token) {
        assertThatThrownBy(() -> AttachedAgent.at("orders:9404", token))
                .isInstanceOf(ScupperException.class)
                .hasMessageStartingWith("The token of the agent at orders:9404 is empty.")
                .hasMessageEndingWith("is the variable set that it is read from?");
    }

    @Test
    void tokenStandsInNoMessage() {
        assertThat(AttachedAgent.at("orders:9404", "secret")).asString().isEqualTo("the agent at orders:9404");
    }
}
