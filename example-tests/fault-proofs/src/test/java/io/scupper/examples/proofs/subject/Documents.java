package io.scupper.examples.proofs.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads JSON documents and answers how many entries they have. One with many is odd and looked into later. The argument is
 * {@code leaky}, which keeps all of it until then, or {@code remedied}, which keeps the last one's number.
 */
public final class Documents {

    private static final int MANY = 1_000;

    private Documents() {}

    public static void main(String[] args) throws IOException {
        boolean remedied = args[0].equals("remedied");
        var mapper = new ObjectMapper();
        List<Odd> odd = Collections.synchronizedList(new ArrayList<>());
        Front.serve(exchange -> {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            JsonNode tree = bytes.length == 0 ? mapper.nullNode() : mapper.readTree(bytes);
            if (tree.size() > MANY) {
                if (remedied) {
                    odd.clear();
                }
                odd.add(new Odd(tree.size(), remedied ? mapper.nullNode() : tree));
            }
            Front.answer(exchange, 200, Integer.toString(tree.size()));
        });
    }

    /** What is to be looked into. */
    private record Odd(int entries, JsonNode tree) {}
}
