package io.scupper.runtime;

import java.util.HashMap;
import java.util.Map;

/** System properties set for a while; what they were before is put back on close. */
final class SystemProperties implements AutoCloseable {

    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> set;

    private SystemProperties(Map<String, String> set) {
        this.set = Map.copyOf(set);
    }

    static SystemProperties set(Map<String, String> values) {
        var properties = new SystemProperties(values);
        properties.set.forEach((name, value) -> {
            String old = System.setProperty(name, value);
            if (old != null) {
                properties.before.put(name, old);
            }
        });
        return properties;
    }

    @Override
    public void close() {
        set.keySet().forEach(name -> {
            String old = before.get(name);
            if (old == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, old);
            }
        });
    }
}
