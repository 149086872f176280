package io.scupper.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenMapTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100})
    void hasWhatItWasMadeOfInOrder(int size) {
        var expected = new TreeMap<>(
                IntStream.range(0, size).boxed().collect(Collectors.toMap(i -> "key" + i, i -> (long) i)));

        Map<String, Long> map = FrozenMap.copyOf(expected);

        assertThat(map).isEqualTo(expected).hasSize(size).hasSameHashCodeAs(expected);
        assertThat(map.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((key, value) -> assertThat(map).containsEntry(key, value));
        assertThat(map.get("key")).isNull();
        assertThat(map.keySet().contains("key")).isFalse();
        assertThat(map.getOrDefault("zone", -1L)).isEqualTo(-1);
    }

    @Test
    void keepsNoLongOfTheJdk() {
        Long large = 1L << 40;

        assertThat(FrozenMap.copyOf(Map.of("a", large)).get("a"))
                .isEqualTo(large)
                .isNotSameAs(large);
    }

    @Test
    void doesNotChange() {
        Map<String, Long> map = FrozenMap.copyOf(Map.of("a", 1L));

        assertThatThrownBy(() -> map.put("b", 2L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(FrozenMap.copyOf(map)).isSameAs(map);
    }
}
