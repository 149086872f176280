package io.scupper.ext.wiremock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.spi.ContainerForm;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StubServerTests {

    @Test
    void theSubjectIsToldTheAddressInASettingOfItsName() {
        assertThat(StubServer.create("exchange-rates").settings("127.0.0.1", 4711))
                .isEqualTo(Map.of("EXCHANGE_RATES_URL", "http://127.0.0.1:4711"));
        assertThat(StubServer.create("prices").setting("app.prices").settings("prices", 8080))
                .isEqualTo(Map.of("app.prices", "http://prices:8080"));
    }

    @Test
    void aNameThatIsNoHostNameIsRefused() {
        assertThatThrownBy(() -> StubServer.create("Price Service"))
                .isInstanceOf(ScupperException.class)
                .hasMessage(
                        "StubServer 'Price Service' cannot be a host name. Allowed are lower-case letters, digits and"
                                + " hyphens, beginning with a letter, for example 'prices'.");
    }

    @Test
    void itHasNoProxyUnlessAskedFor() {
        assertThat(StubServer.create("prices").proxied()).isFalse();
        assertThat(StubServer.create("prices").throughProxy().proxied()).isTrue();
    }

    @Test
    void asAContainerItRunsTheJarOfTheClassPath() {
        ContainerForm form = StubServer.create("prices").container();

        assertThat(form.image()).isEqualTo(ContainerForm.JAVA_IMAGE);
        assertThat(form.command()).contains("-jar", "/scupper/wiremock-standalone.jar", "--no-request-journal");
        assertThat(form.ports()).containsExactly(8080);
        assertThat(form.files().get("/scupper/wiremock-standalone.jar"))
                .satisfies(jar -> assertThat(Files.exists(jar)).isTrue());
    }

    @Test
    void beforeItRunsItHasNoAddress() {
        assertThatThrownBy(() -> StubServer.create("prices").client())
                .isInstanceOf(ScupperException.class)
                .hasMessage("StubServer 'prices' does not run: it is started with the subject and stopped with it.");
    }
}
