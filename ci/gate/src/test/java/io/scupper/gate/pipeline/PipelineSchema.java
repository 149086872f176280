package io.scupper.gate.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** What a platform takes for a pipeline, by the schema that its editors use. */
final class PipelineSchema {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Schema schema;

    private PipelineSchema(Schema schema) {
        this.schema = schema;
    }

    /** Reads a schema of the test resources, for example {@code gitlab-ci}. */
    static PipelineSchema of(String name) throws IOException {
        try (InputStream in = PipelineSchema.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
            return new PipelineSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(in, name))));
        }
    }

    /** Returns what is wrong with a pipeline, each with its place. */
    List<String> problems(String yaml) throws IOException {
        return schema.validate(YAML.readTree(yaml)).stream()
                .map(Error::toString)
                .toList();
    }
}
