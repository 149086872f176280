package io.scupper.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.model.Suspect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectJsonTests {

    /** With {@code -Dscupper.golden=write} it is written anew, to be reviewed as a diff. */
    private static final Path GOLDEN = Path.of("src/test/resources/golden/suspect.json");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void aSuspectIsWrittenAsAgreed() throws IOException {
        String json = JSON.writeValueAsString(written(Explained.orders())) + "\n";

        if ("write".equals(System.getProperty("scupper.golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, json);
        }
        assertThat(json).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void fieldsOfASuspectThatWasNotExplainedAreEmpty() {
        ObjectNode json = written(new Suspect("threads:x", "5 more", List.of("5 wait"), "Shut it down."));

        assertThat(json)
                .hasToString("{\"probe\":\"threads:x\",\"what\":\"5 more\",\"evidence\":[\"5 wait\"],\"culprit\":null,"
                        + "\"fingerprint\":\"\",\"paths\":[],\"origins\":[],\"advice\":\"Shut it down.\"}");
    }

    private static ObjectNode written(Suspect suspect) {
        ObjectNode node = JSON.createObjectNode();
        SuspectJson.add(suspect, node);
        return node;
    }
}
