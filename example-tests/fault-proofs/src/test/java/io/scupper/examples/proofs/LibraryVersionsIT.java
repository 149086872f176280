package io.scupper.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.proofs.subject.Loads;
import io.scupper.fault.FaultSpec;
import io.scupper.fault.Faults;
import io.scupper.model.ScupperException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of HikariCP that nobody has seen yet, which gives connections back by another method. */
class LibraryVersionsIT {

    private static final String POOL = "com.zaxxer.hikari.pool.HikariPool";
    private static final String LEAKS_NOTHING = "java.lang.Object";
    private static final FaultSpec FAULT = Faults.of("unclosed-connection");

    @TempDir
    private Path folder;

    @Test
    void libraryWithoutTheJoinPointIsRefusedByItsVersionAndThoseThatWereTried() throws Exception {
        try (var proof = proofOfTheFuture(POOL, LEAKS_NOTHING)) {
            assertThatThrownBy(() -> proof.run(3, "1s", FAULT))
                    .isInstanceOf(ScupperException.class)
                    .hasMessage("Fault 'unclosed-connection' has no join point in HikariCP 9.0 (HikariCP-9.0.jar):"
                            + " com.zaxxer.hikari.pool.ProxyConnection#close was tried with 6.3.0 and 7.1.0. Give 'site',"
                            + " the method by which this version does it, such as site=com.acme.Pool#release; or"
                            + " 'library', if another is meant.");
            assertThatThrownBy(() ->
                            proof.run(3, "1s", FAULT.with("site", "com.zaxxer.hikari.pool.ProxyConnection#giveBack")))
                    .hasMessageContaining("never fired");
        }
    }

    /** During warm-up, which is after the fault is woven and before it is armed. */
    @Test
    void libraryThatIsLoadedByTheFirstRequestIsRefusedWhenTheFaultIsArmed() throws Exception {
        try (var proof = proofOfTheFuture(LEAKS_NOTHING, POOL)) {
            assertThatThrownBy(() -> proof.run(3, "1s", FAULT))
                    .isInstanceOf(ScupperException.class)
                    .hasMessageContaining("has no join point in HikariCP 9.0 (HikariCP-9.0.jar)");
        }
    }

    @Test
    void libraryThatFitsIsNotRefused() throws InterruptedException {
        try (var proof = Proof.on(Proof.subject(Loads.class, POOL, LEAKS_NOTHING))) {
            assertThatThrownBy(() -> proof.run(3, "1s", FAULT)).hasMessageContaining("never fired");
        }
    }

    private Proof proofOfTheFuture(String... classes) throws IOException {
        Path jar = hikari9();
        return Proof.on(Proof.subject(Loads.class, classes)
                .jvmOptions("-cp", jar + File.pathSeparator + System.getProperty("java.class.path")));
    }

    private Path hikari9() throws IOException {
        String type = "com/zaxxer/hikari/pool/";
        Path sources = Files.createDirectories(folder.resolve(type));
        Files.writeString(
                sources.resolve("HikariPool.java"),
                "package com.zaxxer.hikari.pool; public class HikariPool { void getConnection() {} }");
        Files.writeString(
                sources.resolve("ProxyConnection.java"),
                "package com.zaxxer.hikari.pool; public class ProxyConnection { public void giveBack() {} }");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                sources.resolve("HikariPool.java").toString(),
                                sources.resolve("ProxyConnection.java").toString()))
                .isZero();
        Path jar = folder.resolve("HikariCP-9.0.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("HikariPool.class", "ProxyConnection.class")) {
                out.putNextEntry(new JarEntry(type + name));
                out.write(Files.readAllBytes(sources.resolve(name)));
            }
            out.putNextEntry(new JarEntry("META-INF/maven/com.zaxxer/HikariCP/pom.properties"));
            out.write("version=9.0\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
