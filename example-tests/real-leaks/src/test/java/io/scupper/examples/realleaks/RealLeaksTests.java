package io.scupper.examples.realleaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.culprits.CulpritTable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RealLeaksTests {

    @Test
    void eachHasItsRowInTheTableOfCulprits() throws IOException {
        assertThat(CulpritTable.of("Leaks of released libraries").examples())
                .containsExactlyInAnyOrderElementsOf(
                        RealLeaks.ALL.stream().map(RealLeak::id).toList());
    }
}
