package io.scupper.explain;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a socket most likely leads to that is counted by its address: what usually has such a port. */
final class UsualPorts {

    private static final Pattern ADDRESS = Pattern.compile(" to .*:(\\d+)$");

    private static final Map<String, String> USUAL = Map.of(
            "1433", "SQL Server",
            "1521", "Oracle",
            "3306", "MySQL or MariaDB",
            "5432", "PostgreSQL",
            "5672", "RabbitMQ",
            "6379", "Redis",
            "9092", "Kafka",
            "9200", "Elasticsearch",
            "11211", "memcached",
            "27017", "MongoDB");

    private UsualPorts() {}

    /** Returns it in a line, or nothing; {@code name} is that of the finding, as {@code ESTABLISHED to 10.0.0.7:6379}. */
    static List<String> of(String name) {
        Matcher address = ADDRESS.matcher(name);
        String port = address.find() ? address.group(1) : "";
        return USUAL.containsKey(port)
                ? List.of("%s is the port that %s usually has".formatted(port, USUAL.get(port)))
                : List.of();
    }
}
