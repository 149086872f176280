package io.scupper.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent, with the JVM or in a running one. Never throws; what keeps it from starting is one line on standard
 * error, and the subject runs on without it. This class refers to none of the boot class path's, because it puts them
 * there.
 *
 * <p>When it is started again in the same JVM, as by the second test class of a build, the former server ends
 * everything it holds and a new one is started with the new options.
 */
public final class Agent {

    private static final String BOOT_JAR = "/META-INF/scupper/boot.jar";
    private static final String DISPATCHER = "io.scupper.boot.Dispatcher";

    private static @Nullable AutoCloseable running;

    private Agent() {}

    /** Starts with the JVM. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        start(options, instrumentation);
    }

    /** Starts, or starts again, in a running JVM. */
    public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
        start(options, instrumentation);
    }

    private static synchronized void start(@Nullable String options, Instrumentation instrumentation) {
        try {
            var parsed = Options.parse(options == null ? "" : options);
            appendBootClasses(instrumentation);
            if (running != null) {
                running.close();
                running = null;
            }
            running = Server.start(parsed, instrumentation);
        } catch (Throwable e) {
            System.err.println("Scupper's agent does not start, the application runs without it: " + e);
        }
    }

    /** Does nothing if they are there already, from a former start or from an agent in another loader. */
    private static void appendBootClasses(Instrumentation instrumentation) throws IOException, ClassNotFoundException {
        if (isOnBootClassPath()) {
            return;
        }
        Path copy = Files.createTempFile("scupper-boot", ".jar");
        try {
            try (InputStream jar = Agent.class.getResourceAsStream(BOOT_JAR)) {
                if (jar == null) {
                    throw new IOException(
                            BOOT_JAR + " is not in the agent's jar; it is made by Maven's package phase.");
                }
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (var jar = new JarFile(copy.toFile())) {
                instrumentation.appendToBootstrapClassLoaderSearch(jar);
                load(jar);
            }
        } finally {
            // All of its classes are loaded, so nothing reads it any more. Where it cannot be deleted it is at the end.
            if (!copy.toFile().delete()) {
                copy.toFile().deleteOnExit();
            }
        }
    }

    private static void load(JarFile jar) throws ClassNotFoundException {
        List<JarEntry> entries = new ArrayList<>();
        jar.stream().forEach(entries::add);
        for (JarEntry entry : entries) {
            String name = entry.getName();
            if (name.endsWith(".class") && !name.endsWith("-info.class")) {
                Class.forName(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'), true, null);
            }
        }
    }

    private static boolean isOnBootClassPath() {
        try {
            Class.forName(DISPATCHER, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
