package io.scupper.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTests {

    private final Keys keys = new Keys();

    @Test
    void roundOfTheSameKeysHasThoseOfTheOneBeforeAndNoOthers() {
        round(3);
        List<String> before = round(3);

        assertThat(keys.repeat()).isTrue();
        assertThat(take(6))
                .containsExactlyElementsOf(
                        Stream.concat(before.stream(), before.stream()).toList());
    }

    @Test
    void keysAreNewInEachRoundAndFitIntoAnInt() {
        List<String> all = Stream.of(round(50), round(50)).flatMap(List::stream).toList();

        assertThat(all)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(Integer.parseInt(key)).isNotNegative());
    }

    @Test
    void roundWithoutAnyKeyCannotBeRepeated() {
        keys.renew();

        assertThat(keys.repeat()).isFalse();
    }

    @Test
    void otherThreadsAreNotTouched() {
        List<String> before = round(2);
        keys.repeat();

        assertThat(before).doesNotContain(Keys.next(), Keys.next());
    }

    private List<String> round(int count) {
        keys.renew();
        return take(count);
    }

    private List<String> take(int count) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            keys.bindThread();
                            return Stream.generate(Keys::next).limit(count).toList();
                        },
                        work -> new Thread(work, "keys").start())
                .join();
    }
}
