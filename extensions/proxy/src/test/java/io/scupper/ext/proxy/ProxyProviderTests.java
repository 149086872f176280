package io.scupper.ext.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.spi.ContainerForm;
import io.scupper.spi.WireProvider;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ProxyProviderTests {

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(WireProvider.class)).hasAtLeastOneElementOfType(ProxyProvider.class);
    }

    @Test
    void containerRunsTheMainClassWithItsJars() throws Exception {
        var form = new ProxyProvider().container("redis", 6379);

        assertThat(form.image()).isEqualTo(ContainerForm.JAVA_IMAGE);
        assertThat(form.ports()).containsExactly(WireProvider.CONTROL_PORT);
        assertThat(form.command())
                .startsWith("java")
                .endsWith(
                        "/scupper/control.jar:/scupper/core.jar:/scupper/proxy.jar",
                        "io.scupper.ext.proxy.ProxyMain",
                        "redis",
                        "6379");
        try (var jar = new JarFile(form.files().get("/scupper/proxy.jar").toFile())) {
            assertThat(jar.getEntry("io/scupper/ext/proxy/ProxyMain.class")).isNotNull();
        }
    }
}
