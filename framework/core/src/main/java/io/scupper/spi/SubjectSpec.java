package io.scupper.spi;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the subject is, in terms that every runtime understands.
 *
 * @param image a container image that starts the subject by itself; empty if it is a jar or a main class
 * @param jar a runnable jar
 * @param mainClass a main class on the test's class path
 * @param arguments given to main
 * @param settings told to the subject, as environment variables where it is a process or container, and as system
 *     properties of the same names otherwise
 * @param jvmOptions for the subject's JVM, for example {@code -Xmx256m}
 * @param httpPort the port its HTTP server has in a container; 0 if it has none
 * @param httpPortSetting the setting through which it is told which port to take
 * @param fixedPort whether it takes {@code httpPort} everywhere, and not a free port outside containers
 * @param readyPath it is ready once this path is answered with a status below 400; empty for one in this JVM that is ready
 * @param readyWithin how long that may take
 * @param companions what it talks to, started before it
 * @param outside how it is read where it takes no agent; empty for a JVM
 */
public record SubjectSpec(
        Optional<String> image,
        Optional<Path> jar,
        Optional<String> mainClass,
        List<String> arguments,
        Map<String, String> settings,
        List<String> jvmOptions,
        int httpPort,
        String httpPortSetting,
        boolean fixedPort,
        String readyPath,
        Duration readyWithin,
        List<Companion> companions,
        Optional<Outside> outside) {

    public SubjectSpec {
        arguments = List.copyOf(arguments);
        settings = Map.copyOf(settings);
        jvmOptions = List.copyOf(jvmOptions);
        companions = List.copyOf(companions);
    }

    /** Describes one that takes the agent. */
    public SubjectSpec(
            Optional<String> image,
            Optional<Path> jar,
            Optional<String> mainClass,
            List<String> arguments,
            Map<String, String> settings,
            List<String> jvmOptions,
            int httpPort,
            String httpPortSetting,
            boolean fixedPort,
            String readyPath,
            Duration readyWithin,
            List<Companion> companions) {
        this(
                image,
                jar,
                mainClass,
                arguments,
                settings,
                jvmOptions,
                httpPort,
                httpPortSetting,
                fixedPort,
                readyPath,
                readyWithin,
                companions,
                Optional.empty());
    }

    /** Returns the image, jar, class, program or address in words. */
    public String description() {
        return image.or(() -> jar.map(path -> path.getFileName().toString()))
                .or(() -> mainClass)
                .or(() -> outside.flatMap(Outside::description))
                .orElse("this JVM");
    }

    /**
     * A subject that takes no agent.
     *
     * @param reader how it is read
     * @param program an executable file of this machine that starts it; empty if it is an image, or runs already
     * @param address of its HTTP server, without a path, if it runs already and is neither started nor ended here
     */
    public record Outside(SubjectReader reader, Optional<Path> program, Optional<URI> address) {

        private Optional<String> description() {
            return program.map(path -> path.getFileName().toString()).or(() -> address.map(URI::toString));
        }
    }
}
