package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ForkedCommandTests {

    private static final Path OPTIONS = Path.of("/tmp/jvm.options");

    @Test
    void aMainClassGetsTheClassPathOfTheTests() {
        var spec = Spec.main(TinyServer.class).build();

        assertThat(ForkedCommand.options(spec, "-javaagent:agent.jar=port=0", "a.jar:b c.jar"))
                .containsExactly(
                        "-javaagent:agent.jar=port=0",
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-Xmx512m",
                        "-cp",
                        "a.jar:b c.jar");
        assertThat(ForkedCommand.line(spec, OPTIONS))
                .endsWith("@/tmp/jvm.options", TinyServer.class.getName(), "first", "second one");
    }

    @Test
    void aJarBringsItsOwnClassPath() {
        var spec = Spec.jar(Path.of("orders.jar")).build();

        assertThat(ForkedCommand.options(spec, "-javaagent:agent.jar", "a.jar")).doesNotContain("-cp");
        assertThat(ForkedCommand.line(spec, OPTIONS))
                .endsWith("@/tmp/jvm.options", "-jar", "orders.jar", "first", "second one");
    }

    @Test
    void theTestsOwnClassPathWinsToo() {
        var spec = Spec.main(TinyServer.class)
                .jvmOption("-cp")
                .jvmOption("older.jar")
                .build();

        assertThat(ForkedCommand.options(spec, "-javaagent:agent.jar", "newer.jar"))
                .endsWith("-cp", "newer.jar", "-cp", "older.jar");
    }

    @Test
    void theTestsOwnOptionsComeLastAndSoWin() {
        var spec = Spec.jar(Path.of("orders.jar"))
                .jvmOption("-Xmx64m")
                .jvmOption("-XX:SoftRefLRUPolicyMSPerMB=1000")
                .build();

        assertThat(ForkedCommand.options(spec, "-javaagent:agent.jar", ""))
                .containsExactly(
                        "-javaagent:agent.jar",
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-Xmx64m",
                        "-XX:SoftRefLRUPolicyMSPerMB=1000");
    }

    @Test
    void argumentsAreQuotedForTheLauncher() {
        assertThat(ForkedCommand.argumentFile(java.util.List.of("-Da=b c", "-Dp=C:\\x", "-Dq=\"", "-Dn=1\n2")))
                .isEqualTo("\"-Da=b c\"\n\"-Dp=C:\\\\x\"\n\"-Dq=\\\"\"\n\"-Dn=1\\n2\"\n");
    }
}
