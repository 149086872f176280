package io.scupper.gate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipelines for Jenkins: Groovy that compiles, and sections where they may stand. */
class JenkinsfileTests {

    private static final Path PIPELINES = Path.of("..", "pipelines", "jenkins");

    @ParameterizedTest
    @ValueSource(strings = {"Jenkinsfile", "Jenkinsfile.nightly"})
    void pipelineIsDeclarative(String file) throws IOException {
        assertThat(Jenkinsfile.read(Files.readString(PIPELINES.resolve(file))).in("stages"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent none | | 'pipeline' has no 'agent'.",
                "matrix { | matrices { | 'matrices' may not stand in 'stage'.",
                "name 'GROUP' | | 'axis' has no 'name'.",
                "sh 'mvn | sj 'mvn | 'sj' may not stand in 'steps'.",
                "always { archive | evermore { archive | 'evermore' may not stand in 'post'.",
                "values 'orders', 'payments' | values 'orders', 'payments | It is no Groovy",
                "stage('Leak gate') { | stage('Leak gate') { stages { stage('One') { steps { } } } | It needs one of steps, matrix",
            })
    void brokenPipelineIsRefused(String right, String wrong, String why) throws IOException {
        String whole = Files.readString(PIPELINES.resolve("Jenkinsfile"));
        assertThat(whole).contains(right);

        assertThatThrownBy(() -> Jenkinsfile.read(whole.replace(right, wrong == null ? "" : wrong)))
                .hasMessageContaining(why);
    }
}
