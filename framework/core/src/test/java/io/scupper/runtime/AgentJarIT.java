package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

/** What is in the packed agent: nothing that a stranger's JVM cannot load, or could mistake for its own. */
class AgentJarIT {

    private static final int JAVA_11 = 55;

    @Test
    void theJarHoldsNothingButTheAgentsOwnPackages() throws IOException {
        try (var jar = new JarFile(AgentJar.path().toFile())) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .allMatch(name -> name.startsWith("io/scupper/agent/") || name.startsWith("META-INF/"))
                    .noneMatch(name -> name.startsWith("META-INF/services/") || name.startsWith("META-INF/versions/"))
                    .contains("META-INF/scupper/boot.jar", "io/scupper/agent/Agent.class", "META-INF/MANIFEST.MF");
            assertThat(jar.getManifest().getMainAttributes().getValue("Premain-Class"))
                    .isEqualTo("io.scupper.agent.Agent");
        }
    }

    @Test
    void allClassesLoadInJava11() throws IOException {
        var newer = new ArrayList<String>();
        int seen = 0;
        try (var jar = new JarFile(AgentJar.path().toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().endsWith(".class")) {
                    seen++;
                    try (InputStream in = jar.getInputStream(entry)) {
                        note(entry.getName(), in, newer);
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
        assertThat(newer).isEmpty();
    }

    @Test
    void theBootJarHoldsNothingButTheDispatcherAndItsLike() throws IOException {
        List<String> names = new ArrayList<>();
        var newer = new ArrayList<String>();
        try (var jar = new JarFile(AgentJar.path().toFile());
                var boot = new JarInputStream(jar.getInputStream(jar.getEntry("META-INF/scupper/boot.jar")))) {
            for (JarEntry entry = boot.getNextJarEntry(); entry != null; entry = boot.getNextJarEntry()) {
                if (entry.getName().endsWith(".class")) {
                    names.add(entry.getName());
                    note(entry.getName(), boot, newer);
                }
            }
        }
        assertThat(names)
                .contains("io/scupper/boot/Dispatcher.class")
                .allMatch(name -> name.startsWith("io/scupper/boot/"));
        assertThat(newer).isEmpty();
    }

    private static void note(String name, InputStream in, List<String> newer) throws IOException {
        var data = new DataInputStream(in);
        assertThat(data.readInt()).as(name).isEqualTo(0xCAFEBABE);
        data.readUnsignedShort();
        int major = data.readUnsignedShort();
        if (major > JAVA_11) {
            newer.add(name + " " + major);
        }
    }
}
