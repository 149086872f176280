package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test there is no container, network or thread that was made here. */
final class NothingLeft implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        DockerClient client = Engine.require().client();
        assertThat(containers(client)).isEmpty();
        assertThat(client.listNetworksCmd()
                        .withFilter("label", List.of(Labels.SESSION + "=" + Labels.SESSION_ID))
                        .exec())
                .isEmpty();
        // A thread that was told to end takes a moment to do so.
        Awaitility.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("scupper")));
    }

    /** Returns the ids of the containers of this JVM. */
    static List<String> containers(DockerClient client) {
        return client
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Labels.OURS, "true", Labels.SESSION, Labels.SESSION_ID))
                .exec()
                .stream()
                .map(container -> container.getId())
                .toList();
    }
}
