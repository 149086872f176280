package io.scupper.runtime;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Finds the agent's jar among those on the class path. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AgentJar {

    /** Lies in the agent's jar and nowhere else. */
    private static final String MARK = "META-INF/scupper/boot.jar";

    private AgentJar() {}

    /**
     * Returns the path of the agent's jar, absolute.
     *
     * @throws ScupperException if it is not on the class path, or not as a jar
     */
    public static Path path() {
        return pathOf(AgentJar.class.getClassLoader().getResource(MARK));
    }

    static Path pathOf(@Nullable URL mark) {
        if (mark == null) {
            throw new ScupperException("The agent is not on the class path: add io.scupper:scupper-agent, which"
                    + " io.scupper:scupper-core brings along unless it is excluded.");
        }
        try {
            URLConnection connection = mark.openConnection();
            if (connection instanceof JarURLConnection inJar
                    && "file".equals(inJar.getJarFileURL().getProtocol())) {
                return Path.of(inJar.getJarFileURL().toURI()).toAbsolutePath();
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            throw new ScupperException(notAJar(mark), e);
        }
        throw new ScupperException(notAJar(mark));
    }

    private static String notAJar(URL mark) {
        return "The agent is on the class path, but not as a jar file of its own: '" + mark + "'. A JVM takes an agent"
                + " only as a jar: inside Scupper's own build run Maven's package phase first; elsewhere put"
                + " scupper-agent.jar on the class path as a file.";
    }
}
