package io.scupper.ext.container;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import io.scupper.model.ScupperException;
import io.scupper.model.TimeSpan;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * An image that the engine has.
 *
 * @param written its name as the test says it
 * @param resolved its name at the engine, after Testcontainers' substitution
 * @param toolOptions the JVM options that it sets by {@code JAVA_TOOL_OPTIONS}; may be empty
 */
record Image(String written, String resolved, String toolOptions) {

    /**
     * Makes sure that the engine has an image: looks first, which takes a few milliseconds, then pulls, bounded by
     * Testcontainers' own pull timeout. (Testcontainers itself retries a missing image for two minutes.)
     *
     * @throws ScupperException if the image is not there and cannot be pulled
     */
    static Image require(Engine engine, String written) {
        DockerImageName name = resolve(written);
        String resolved = name.asCanonicalNameString();
        return find(engine, written, resolved).orElseGet(() -> {
            String why = pull(engine, name);
            return find(engine, written, resolved).orElseThrow(() -> missing(written, resolved, why));
        });
    }

    private static DockerImageName resolve(String written) {
        try {
            DockerImageName name = DockerImageName.parse(written);
            name.assertValid();
            return ImageNameSubstitutor.instance().apply(name);
        } catch (IllegalArgumentException e) {
            throw new ScupperException(
                    "'%s' is not the name of an image (%s). Allowed is what 'docker run' takes, for example 'orders:1.4'."
                            .formatted(written, Causes.deepest(e)),
                    e);
        }
    }

    /**
     * Returns the JVM options that an image sets by {@code JAVA_TOOL_OPTIONS}; may be empty.
     *
     * @param resolved its name at the engine
     * @throws NotFoundException if the engine does not have it
     */
    static String toolOptions(Engine engine, String resolved) {
        return settings(engine, resolved).getOrDefault(ToolOptions.VARIABLE, "");
    }

    /**
     * Returns the environment that an image sets.
     *
     * @param resolved its name at the engine
     * @throws NotFoundException if the engine does not have it
     */
    static Map<String, String> settings(Engine engine, String resolved) {
        ContainerConfig config =
                engine.client().inspectImageCmd(resolved).exec().getConfig();
        String[] environment = config == null ? null : config.getEnv();
        Map<String, String> settings = new HashMap<>();
        Stream.ofNullable(environment)
                .flatMap(Stream::of)
                .filter(setting -> setting.indexOf('=') > 0)
                .forEach(setting -> settings.put(
                        setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1)));
        return settings;
    }

    private static Optional<Image> find(Engine engine, String written, String resolved) {
        try {
            return Optional.of(new Image(written, resolved, toolOptions(engine, resolved)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Returns why the image is still not there, if it is not. */
    private static String pull(Engine engine, DockerImageName name) {
        Duration bound = Engine.pullTimeout();
        try (var callback = new PullImageResultCallback()) {
            boolean ended = engine.client()
                    .pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(callback)
                    .awaitCompletion(bound.toMillis(), TimeUnit.MILLISECONDS);
            return ended ? "the registry does not have it" : "it was not pulled within " + TimeSpan.format(bound);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the test was interrupted while it was pulled";
        } catch (RuntimeException | IOException e) {
            return Causes.deepest(e);
        }
    }

    private static ScupperException missing(String written, String resolved, String why) {
        String substituted = resolved.equals(written) ? "" : ", which is '" + resolved + "' here,";
        return new ScupperException(
                "Image '%s'%s is not there and could not be pulled: %s. Build it, correct its name, or log in to its registry."
                        .formatted(written, substituted, why));
    }
}
