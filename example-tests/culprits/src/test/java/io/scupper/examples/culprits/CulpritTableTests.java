package io.scupper.examples.culprits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.examples.culprits.CulpritRow.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CulpritTableTests {

    private static final String MESSAGE = """
            LEAK in orders: heap:com.acme.Order: 211 more than baseline
              culprit   com.acme.Orders.recent
              suspect   heap:com.acme.Order: 211 more than baseline
                        held by static field of class com.acme.Orders
                        └ recent: java.util.HashMap   ← Orders.recent
                          └ Cache.entries: java.util.ArrayList
                        inserted by (211 of 211 stayed)
                          com.acme.Orders.keep(Orders.java:31)
              culprit   com.acme.Other.second
            """;

    @TempDir
    private Path folder;

    private Path document;

    @BeforeEach
    void write() throws IOException {
        document = folder.resolve("culprits.md");
        Files.writeString(document, """
                # Culprits

                ## One

                | example | named | at fault | shown |
                |---|---|---|---|
                | `orders` | `Orders.recent` | `Orders.recent` | named |

                After the table.

                ## Two

                | example | named | at fault | shown |
                |---|---|---|---|
                | `orders` | – | `Orders.keep` | no |
                """);
    }

    @Test
    void rowSaysWhomTheMessageNamesFirstAndWhereItShowsWhoItIs() {
        assertThat(row("com.acme.Orders.recent")).isEqualTo(Shown.CULPRIT);
        assertThat(row("com.acme.Orders.keep")).isEqualTo(Shown.STACK);
        assertThat(row("com.acme.Cache.entries")).isEqualTo(Shown.PATH);
        assertThat(row("com.acme.Orders.forget")).isEqualTo(Shown.CLASS);
        assertThat(row("com.acme.Prices.keep")).isEqualTo(Shown.NOWHERE);
        assertThat(CulpritRow.of("orders", "com.acme.Orders.keep", "LEAK in orders")
                        .named())
                .isEmpty();
    }

    @Test
    void tableHoldsWhatItSaysAndNothingElse() {
        CulpritRow named = CulpritRow.of("orders", "com.acme.Orders.recent", MESSAGE);

        assertThatCode(() -> table("One", false).holds(named)).doesNotThrowAnyException();
        assertThatThrownBy(() -> table("Two", false).holds(named))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("It says\n  | `orders` | – | `Orders.keep` | no |")
                .hasMessageContaining("and should say\n  | `orders` | `Orders.recent` | `Orders.recent` | named |");
        assertThatThrownBy(() -> table("One", false).holds(CulpritRow.of("order", "a.B.c", "")))
                .hasMessageContaining("nothing of order");
        assertThatThrownBy(() -> table("Three", false).examples()).hasMessageContaining("has no heading '## Three'");
    }

    @Test
    void tableIsWrittenWhereThatIsAskedFor() throws IOException {
        table("One", true).holds(CulpritRow.of("orders", "com.acme.Orders.keep", MESSAGE));
        table("One", true).holds(CulpritRow.of("prices", "com.acme.Prices.ask", ""));

        assertThat(table("One", false).examples()).containsExactly("orders", "prices");
        assertThat(table("Two", false).examples()).containsExactly("orders");
        assertThat(Files.readString(document)).contains("""
                | `orders` | `Orders.recent` | `Orders.keep` | in the stack |
                | `prices` | – | `Prices.ask` | no |

                After the table.
                """);
    }

    private static Shown row(String truth) {
        return CulpritRow.of("orders", truth, MESSAGE).shown();
    }

    private CulpritTable table(String section, boolean writes) {
        return new CulpritTable(document, section, writes);
    }
}
