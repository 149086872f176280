package io.scupper.ext.proxy;

import io.scupper.control.Frames;
import io.scupper.spi.ContainerForm;
import io.scupper.spi.Wire;
import io.scupper.spi.WireProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the proxies of this module; registered for {@link java.util.ServiceLoader}. */
public final class ProxyProvider implements WireProvider {

    private static final String FOLDER = "/scupper/";

    /** A JVM in a container that has just been started answers within this time. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    /** What {@link ProxyMain} loads: a class of each jar that it needs. */
    private static final Map<String, Class<?>> JARS =
            Map.of("proxy.jar", ProxyMain.class, "core.jar", Wire.class, "control.jar", Frames.class);

    @Override
    public LocalWire startLocally(InetSocketAddress upstream) {
        return TcpProxy.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), upstream);
    }

    @Override
    public ContainerForm container(String upstreamHost, int upstreamPort) {
        var files = new TreeMap<String, Path>();
        JARS.forEach((name, type) -> files.put(FOLDER + name, CodeJars.jarOf(type)));
        var command = List.of(
                "java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(":", files.keySet()),
                ProxyMain.class.getName(),
                upstreamHost,
                Integer.toString(upstreamPort));
        return new ContainerForm(ContainerForm.JAVA_IMAGE, command, List.of(CONTROL_PORT), files);
    }

    @Override
    public Wire connect(InetSocketAddress control) {
        return RemoteProxy.connect(control, ANSWERS_WITHIN);
    }
}
