package io.scupper.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a companion or proxy runs as a container.
 *
 * @param image a Java runtime image when {@code files} carry a jar, otherwise the server's own
 * @param command empty for the image's own
 * @param ports that the test must reach, beside being reachable for other containers
 * @param files copied in before start: path in the container to file on this machine
 */
public record ContainerForm(String image, List<String> command, List<Integer> ports, Map<String, Path> files) {

    /** The image that carries a Java runtime for jars that Scupper brings; a system property overrides it. */
    public static final String JAVA_IMAGE = System.getProperty("scupper.javaImage", "eclipse-temurin:17-jre");

    public ContainerForm {
        command = List.copyOf(command);
        ports = List.copyOf(ports);
        files = Map.copyOf(files);
    }
}
