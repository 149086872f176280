package io.scupper.ext.container;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.ResourceReaper;

/** The labels of everything that is created here, so that whoever cleans up after a killed test finds it. */
final class Labels {

    /** On all that Scupper ever creates. */
    static final String OURS = "io.scupper";

    /** On all that this JVM creates, with {@link #SESSION_ID} as its value. */
    static final String SESSION = "io.scupper.session";

    static final String SESSION_ID = UUID.randomUUID().toString();

    private Labels() {}

    /** Returns ours and those by which Testcontainers' reaper finds what a killed JVM has left. */
    @SuppressWarnings("deprecation") // The reaper has no other way to be started where it starts on demand.
    static Map<String, String> all() {
        var labels = new HashMap<>(DockerClientFactory.DEFAULT_LABELS);
        labels.putAll(ResourceReaper.instance().getLabels());
        labels.put(OURS, "true");
        labels.put(SESSION, SESSION_ID);
        return Map.copyOf(labels);
    }
}
