package io.scupper.ext.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolOptionsTests {

    @Test
    void addedOptionsComeLast() {
        assertThat(ToolOptions.merged(" -Xmx1g -ea ", List.of("-javaagent:/a.jar=b", "-Xmx64m")))
                .isEqualTo("-Xmx1g -ea -javaagent:/a.jar=b -Xmx64m");
    }

    @Test
    void nothingIsThereBefore() {
        assertThat(ToolOptions.merged("", List.of("-ea"))).isEqualTo("-ea");
    }

    @Test
    void optionsWithBlanksAreQuoted() {
        assertThat(ToolOptions.merged("", List.of("-Da=b c", "-Dd=\"e f\""))).isEqualTo("\"-Da=b c\" '-Dd=\"e f\"'");
    }

    @Test
    void optionWithBothKindsOfQuotesIsRefused() {
        assertThatThrownBy(() -> ToolOptions.merged("", List.of("-Da=\"'")))
                .isInstanceOf(ScupperException.class)
                .hasMessageContaining("JVM option '-Da=\"''");
    }

    @Test
    void tokenIsFoundAmongOtherOptions() {
        var options = AgentPlug.newOptions();
        String written = ToolOptions.merged("-ea", List.of(AgentPlug.jvmOption(options), "-Xmx64m"));

        assertThat(AgentPlug.tokenIn(written)).contains(options.token());
        assertThat(AgentPlug.tokenIn("-javaagent:/other.jar=token=abc")).isEmpty();
    }
}
