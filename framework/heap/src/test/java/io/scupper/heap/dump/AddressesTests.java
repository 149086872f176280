package io.scupper.heap.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StreamCorruptedException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AddressesTests {

    @Test
    void eachAddressHasANumberOfItsOwnWithoutGaps() throws StreamCorruptedException {
        var random = new Random(11);
        Set<Long> all = new TreeSet<>();
        for (int i = 0; i < 50_000; i++) {
            // A few places, up to the last of all, each with many objects close together.
            all.add((long) random.nextInt(5) * 0x3333_3333_3333_3330L + 8L * random.nextInt(60_000));
        }
        var addresses = new Addresses();
        for (long id : all) {
            addresses.add(id);
        }

        assertThat(addresses.count()).isEqualTo(all.size());
        Set<Integer> numbers = new HashSet<>();
        for (long id : all) {
            numbers.add(addresses.number(id));
            assertThat(addresses.number(id + 8) >= 0).isEqualTo(all.contains(id + 8));
        }
        assertThat(numbers).hasSize(all.size()).allMatch(number -> number >= 0 && number < all.size());
    }

    @Test
    void thereAreNoneInBetween() throws StreamCorruptedException {
        var addresses = new Addresses();
        addresses.add(0x1000);
        addresses.count();

        assertThat(addresses.number(0x1000)).isZero();
        assertThat(addresses.number(0)).isEqualTo(-1);
        assertThat(addresses.number(0x1008)).isEqualTo(-1);
        assertThat(addresses.number(0x1000L << 32)).isEqualTo(-1);
    }
}
