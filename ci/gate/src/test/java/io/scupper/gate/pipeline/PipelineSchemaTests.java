package io.scupper.gate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipelines against the schemas of their platforms; what these schemas do not say is checked in {@link JobsTests}. */
class PipelineSchemaTests {

    private static final Path PIPELINES = Path.of("..", "pipelines");

    @ParameterizedTest
    @CsvSource({
        "github/leak-tests.yml, github-workflow",
        "github/nightly.yml, github-workflow",
        "github/gate/action.yml, github-action",
        "gitlab/leak-tests.gitlab-ci.yml, gitlab-ci",
    })
    void pipelineIsWhatItsPlatformTakes(String pipeline, String schema) throws IOException {
        assertThat(PipelineSchema.of(schema).problems(Files.readString(PIPELINES.resolve(pipeline))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "github/leak-tests.yml | github-workflow | runs-on: ubuntu-latest | runs_on: ubuntu-latest | runs_on",
                "github/leak-tests.yml | github-workflow | on: pull_request | on: pull_requests | /on",
                "github/leak-tests.yml | github-workflow | contents: read | contents: reads | /permissions",
                "github/leak-tests.yml | github-workflow | timeout-minutes: 60 | timeout-minutes: an hour | /timeout-minutes",
                "github/nightly.yml | github-workflow | - cron: | - kron: | kron",
                "github/gate/action.yml | github-action | shell: bash | shel: bash | shel",
                "github/gate/action.yml | github-action | using: composite | using: composites | /runs",
                "github/gate/action.yml | github-action | required: true | required: perhaps | /inputs/records/required",
                "gitlab/leak-tests.gitlab-ci.yml | gitlab-ci | matrix: | matrices: | matrices",
                "gitlab/leak-tests.gitlab-ci.yml | gitlab-ci | when: always | when: evermore | /when",
                "gitlab/leak-tests.gitlab-ci.yml | gitlab-ci | codequality: | codequalities: | codequalities",
            })
    void brokenPipelineIsRefusedAtItsPlace(String pipeline, String schema, String right, String wrong, String place)
            throws IOException {
        String whole = Files.readString(PIPELINES.resolve(pipeline));
        assertThat(whole).contains(right);

        assertThat(PipelineSchema.of(schema).problems(whole.replace(right, wrong)))
                .anySatisfy(problem -> assertThat(problem).contains(place));
    }
}
