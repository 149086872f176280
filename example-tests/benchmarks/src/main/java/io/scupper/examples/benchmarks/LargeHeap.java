package io.scupper.examples.benchmarks;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program with a gibibyte of live heap in ten million objects, as a shop has them, of which one map grows: dumped twice, one
 * round apart. A customer has 35 objects, of which more than half are strings and byte arrays.
 */
public final class LargeHeap {

    /** By how many sessions the map grows from one dump to the next. */
    static final int GROWTH = 2_003;

    private static final Map<String, Customer> CUSTOMERS = new HashMap<>();
    private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

    private static final String[] WORDS =
            "item price amount of tax delivery discount order address for the and note status paid open".split(" ");

    private LargeHeap() {}

    /** Takes the folder in which to write {@code first.hprof} and {@code second.hprof}, and how many customers there are. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            CUSTOMERS.put("customer-" + i, Customer.of(i));
        }
        round(0);
        bean.dumpHeap(folder.resolve("first.hprof").toString(), true);
        round(GROWTH);
        bean.dumpHeap(folder.resolve("second.hprof").toString(), true);
        System.exit(0);
    }

    private static void round(int from) {
        for (int i = from; i < from + GROWTH; i++) {
            Customer customer = Objects.requireNonNull(CUSTOMERS.get("customer-" + i % CUSTOMERS.size()));
            SESSIONS.put("session-" + i, new Session("token-" + i, customer, Instant.ofEpochSecond(i)));
        }
    }

    /** Returns a text that packs about as well as others do. */
    private static byte[] document(int number) {
        var words = new StringBuilder();
        for (int random = number; words.length() < 1000; random = random * 1_103_515_245 + 12_345) {
            words.append(WORDS[random >>> 28]).append(' ').append(random >>> 20).append(' ');
        }
        return words.substring(0, 1000).getBytes(StandardCharsets.ISO_8859_1);
    }

    private record Customer(
            String name, Address address, List<Order> orders, Map<String, String> attributes, Customer[] friends) {

        static Customer of(int number) {
            List<Order> orders = new ArrayList<>(3);
            for (int i = 0; i < 3; i++) {
                orders.add(new Order(
                        "order-" + number + "-" + i, Instant.ofEpochSecond(number), document(3 * number + i)));
            }
            Map<String, String> attributes = new HashMap<>(4);
            attributes.put("language", "language of " + number);
            attributes.put("level", "level of " + number);
            var address = new Address("street of number " + number, "town");
            return new Customer("name of " + number, address, orders, attributes, new Customer[0]);
        }
    }

    private record Address(String street, String town) {}

    private record Order(String number, Instant at, byte[] document) {}

    private record Session(String token, Customer customer, Instant since) {}
}
