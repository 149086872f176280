package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonShapeTests {

    private static final JsonFactory LENIENT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    @ParameterizedTest
    @EnumSource
    void everyDocumentIsValidAndOfExactlyItsSize(JsonShape shape) throws IOException {
        for (int size : new int[] {32, 33, 34, 35, 40, 47, 1_000, 4_097, 100_001}) {
            byte[] document = document(shape, size);

            assertThat(document).as("%s of %d", shape, size).hasSize(size);
            assertThat(tokens(document))
                    .as(() -> new String(document, StandardCharsets.US_ASCII))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DEPTH, '[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]'",
        "WIDTH, '{\"000000000\":1,\"000000001\":1   }'",
        "MANY_OBJECTS, '[{\"a\":1},{\"a\":1},{\"a\":1}       ]'",
        "DUPLICATE_KEYS, '{\"a\":1,\"a\":1,\"a\":1,\"a\":1,\"a\":1 }'"
    })
    void smallDocumentsShowTheirShape(JsonShape shape, String text) {
        assertThat(new String(document(shape, 32), StandardCharsets.US_ASCII)).isEqualTo(text);
    }

    @Test
    void theSameSeedGivesTheSameDocument() {
        assertThat(bytes(Payload.json(JsonShape.LONG_STRING, 1_000, 7)))
                .isEqualTo(bytes(Payload.json(JsonShape.LONG_STRING, 1_000, 7)))
                .isNotEqualTo(bytes(Payload.json(JsonShape.LONG_STRING, 1_000, 8)));
    }

    private static byte[] document(JsonShape shape, int size) {
        return bytes(Payload.json(shape, size, 7));
    }

    private static byte[] bytes(Payload payload) {
        var all = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(4_096);
        try (var source = payload.open()) {
            while (source.fill(buffer)) {
                all.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        }
        return all.toByteArray();
    }

    private static long tokens(byte[] document) throws IOException {
        long tokens = 0;
        try (var parser = LENIENT.createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    parser.getText();
                }
                tokens++;
            }
        }
        return tokens;
    }
}
