package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.ClassCount;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownClassesTests {

    private final KnownClasses known = new KnownClasses();

    @Test
    void namesAndCountsThatDidNotMoveAreTheSameObjects() {
        Map<String, ClassCount> first = histogram(7);
        Map<String, ClassCount> second = histogram(7);
        Map<String, ClassCount> third = histogram(8);

        assertThat(name(second)).isSameAs(name(first));
        assertThat(second.get("com.acme.Audit")).isSameAs(first.get("com.acme.Audit"));
        assertThat(name(third)).isSameAs(name(first));
        assertThat(third).containsEntry("com.acme.Audit", new ClassCount(8, 64));
    }

    private Map<String, ClassCount> histogram(long instances) {
        var histogram = new HashMap<String, ClassCount>();
        known.add(String.join(".", "com", "acme", "Audit"), instances, 8 * instances, histogram);
        return histogram;
    }

    private static String name(Map<String, ClassCount> histogram) {
        return histogram.keySet().iterator().next();
    }
}
