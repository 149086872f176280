package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.html.Holder.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTests {

    private static final String SHOP = "io.scupper.example.shop.Shop";

    @TempDir
    Path out;

    @Test
    void aHolderIsShownFromTheRootToWhatGrew() {
        Holder holder = trace("leak-heap").holders().get(0);

        assertThat(holder.opening()).isEqualTo("Held by");
        assertThat(holder.place())
                .isEqualTo(SHOP + "$Ledger.BY_NUMBER (ConcurrentHashMap) went from 2743 to 2954 entries in a round");
        assertThat(holder.rows())
                .containsExactly(
                        new Row(0, "", "static field of class " + SHOP + "$Ledger", "", "", "", ""),
                        new Row(
                                1,
                                "BY_NUMBER",
                                "java.util.concurrent.ConcurrentHashMap",
                                "",
                                "",
                                "",
                                "Shop$Ledger.BY_NUMBER"),
                        new Row(
                                2,
                                "[\"order-4017\"], [\"order-4018\"], [\"order-4019\"], …",
                                SHOP + "$Kept",
                                "2954 ×",
                                "+211 in a round, +1.000 per operation",
                                "retains 230.8 KiB and more",
                                ""));
    }

    @Test
    void furtherHoldersAreShownToo() {
        List<Holder> holders = trace("leak-heap").holders();

        assertThat(holders.stream().map(Holder::opening)).containsExactly("Held by", "Also held by");
        assertThat(holders.get(1).rows())
                .hasSize(10)
                .last()
                .satisfies(row -> assertThat(row.retained()).isEmpty());
    }

    @Test
    void aStackIsNamedByTheApplicationsFrameAndShownInFull() {
        Stack stack = trace("leak-heap").stacks().get(1);

        assertThat(stack.did()).isEqualTo("inserted");
        assertThat(stack.where()).isEqualTo(SHOP + ".keep(Shop.java:46)");
        assertThat(stack.stayed()).isEqualTo("211 of 317 stayed");
        assertThat(stack.frames().stream().filter(Trace.Line::isOwn).map(Trace.Line::text))
                .containsExactly(SHOP + ".keep(Shop.java:46)");
        assertThat(stack.frames()).hasSize(5);
    }

    @Test
    void anOlderRecordSaysNothingOfHolders() {
        Trace trace = trace("leak-leases");

        assertThat(trace.holders()).isEmpty();
        assertThat(trace.stacks()).isEmpty();
        assertThat(trace.culprit()).isEmpty();
        assertThat(trace.fingerprint()).isEmpty();
    }

    @Test
    void thePageSaysInWordsWhatGrowsAndWhoIsToBlame() throws IOException {
        HtmlReport.write(List.of(Records.file("leak-heap")), out);

        assertThat(Files.readString(out.resolve("leak-heap.html")).replaceAll("<wbr>|</?bdi>", ""))
                .contains(
                        "grows +211 in a round, +1.000 per operation, retains 230.8 KiB and more</span>",
                        "culprit <code>Shop$Ledger.BY_NUMBER</code>",
                        "<strong>Culprit</strong> <code>" + SHOP + "$Ledger.BY_NUMBER</code>",
                        "<span class=\"stayed\">211 of 317 stayed</span>",
                        "Fingerprint of the leak: <code>5d0c1c8be3a7</code>");
    }

    private static Trace trace(String record) {
        RunRecord run = Records.read(record);
        return Trace.of(run.suspects().get(0), run, new Timeline(run));
    }
}
