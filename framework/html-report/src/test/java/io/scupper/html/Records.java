package io.scupper.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Records of real runs of the examples, trimmed to eight classes each, and a hostile one made of them. Who holds and who made what grew
 * in {@code leak-heap} was written by hand; the others are older and do not say it.
 */
final class Records {

    static final List<String> ALL =
            List.of("leak-threads", "leak-leases", "leak-heap", "inconclusive", "clean", "error");

    /** What a name might hold that is not meant well. */
    static final String HOSTILE =
            "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=2>\"'&{{ 7 * 7 }}😀\u202Egnp.exe\u0000`|*_[a](http://evil.example)";

    private Records() {}

    static Path file(String name) {
        try {
            return Path.of(
                    Records.class.getResource("/records/" + name + ".json").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path folder() {
        return file("clean").getParent();
    }

    static RunRecord read(String name) {
        return new RecordReader().read(file(name));
    }

    /** Makes a file of so many zeros that takes no room. */
    static Path sparse(Path file, long bytes) throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        return file;
    }

    /** Writes a record like that of a service that is read by its metrics. */
    static Path withoutHeap(Path folder) throws IOException {
        var mapper = new ObjectMapper();
        JsonNode root = mapper.readTree(file("leak-threads").toFile());
        Iterator<JsonNode> probes = root.path("probes").elements();
        while (probes.hasNext()) {
            if (probes.next().path("name").asText().startsWith("heap")) {
                probes.remove();
            }
        }
        Path written = folder.resolve("without-heap.json");
        mapper.writeValue(written.toFile(), root);
        return written;
    }

    /** Writes a record in which every name and sentence is hostile. */
    static Path hostile(Path folder) throws IOException {
        String json = Files.readString(file("leak-threads"));
        var mapper = new ObjectMapper();
        String name = mapper.writeValueAsString(HOSTILE);
        String inside = name.substring(1, name.length() - 1);
        var root = (ObjectNode) mapper.readTree(json.replace("threads:orders-worker-*", "threads:" + inside)
                .replace("io.scupper.examples.orders.ReportTask", inside)
                .replace("abandoned-task", inside)
                .replace("\"armed\"", "\"" + inside.replace("`", "") + "\"")
                .replace("held by the fault in", inside));
        root.withArray("suspects").addAll((ArrayNode) mapper.readTree(Files.readString(file("leak-heap"))
                        .replace("io.scupper.example.shop.Shop", inside)
                        .replace("order-4017", inside)
                        .replace("java.util.", inside)
                        .replace("static field", inside)
                        .replace("inserted", inside)
                        .replace("5d0c1c8be3a7", inside))
                .get("suspects"));
        root.put("test", "Hostile." + HOSTILE);
        root.put("subject", HOSTILE);
        root.put("runtime", HOSTILE);
        root.putArray("reasons").add(HOSTILE);
        Path file = folder.resolve("hostile $%&'\" name.json");
        return Files.writeString(file, mapper.writeValueAsString(root));
    }
}
