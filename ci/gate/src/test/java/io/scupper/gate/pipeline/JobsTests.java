package io.scupper.gate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one part of a pipeline says of another, which no schema can know. */
class JobsTests {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (\\w+)\\.([\\w-]+) }}");

    @Test
    void jobsNeedJobsThatAreThere() throws IOException {
        JsonNode jobs = read("github/leak-tests.yml").path("jobs");

        assertThat(jobs.path("gate").path("needs").asText()).isIn(names(jobs));
    }

    @Test
    void expressionsNameAxesAndInputsThatAreThere() throws IOException {
        JsonNode shard = read("github/leak-tests.yml").path("jobs").path("shard");
        JsonNode action = read("github/gate/action.yml");

        assertThat(expressions(shard, "matrix"))
                .isNotEmpty()
                .isSubsetOf(names(shard.path("strategy").path("matrix")));
        assertThat(expressions(action, "inputs")).isNotEmpty().isSubsetOf(names(action.path("inputs")));
    }

    @Test
    void gateIsGivenInputsThatItHasAndAllThatItNeeds() throws IOException {
        JsonNode inputs = read("github/gate/action.yml").path("inputs");
        for (String workflow : List.of("github/leak-tests.yml", "github/nightly.yml")) {
            List<JsonNode> calls = read(workflow).findParents("uses").stream()
                    .filter(step -> step.path("uses").asText().equals("./.github/actions/gate"))
                    .toList();

            assertThat(calls)
                    .singleElement()
                    .satisfies(call -> assertThat(names(call.path("with")))
                            .isSubsetOf(names(inputs))
                            .contains("records"));
        }
    }

    @Test
    void jobsOfGitLabHaveTheirStagesAndTemplates() throws IOException {
        JsonNode pipeline = read("gitlab/leak-tests.gitlab-ci.yml");
        var stages = new TreeSet<String>();
        pipeline.path("stages").forEach(stage -> stages.add(stage.asText()));

        assertThat(pipeline.findParents("stage"))
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.path("stage").asText()).isIn(stages))
                .allSatisfy(job -> assertThat(job.path("extends").asText()).isIn(names(pipeline)));
    }

    private static JsonNode read(String pipeline) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("..", "pipelines").resolve(pipeline).toFile());
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> expressions(JsonNode node, String context) {
        return EXPRESSION
                .matcher(node.toString())
                .results()
                .filter(found -> found.group(1).equals(context))
                .map((MatchResult found) -> found.group(2))
                .toList();
    }
}
