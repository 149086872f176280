package io.scupper.examples.causes.jsonexplosion;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.causes.Verdicts;
import io.scupper.fault.Inject;
import io.scupper.junit.Budget;
import io.scupper.junit.LeakTest;
import io.scupper.junit.ReturnsToBaseline;
import io.scupper.junit.Sut;
import io.scupper.junit.SystemUnderTest;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A document of a megabyte with a hundred thousand objects in it: a tree of it takes many times its bytes, a stream none. */
@Tag("long")
class JsonExplosionIT {

    private static final double DOCUMENT = 1 << 20;

    @Test
    void treeOfALargeDocumentIsSeenInWhatIsAllocated() throws IOException {
        Verdicts leaky = Verdicts.of(LeakyTestCase.class);

        assertThat(leaky.assertOverBudget("allocatedPerOperation")).isGreaterThan(4 * DOCUMENT);
        assertThat(leaky.message()).contains("fault     json-explosion fired", "Read a document as a stream");
    }

    @Test
    void documentThatIsReadAsAStreamStaysWithinTheBudget() throws IOException {
        Verdicts.of(RemediedTestCase.class).assertClean();
    }

    abstract static class Posting {

        // tag::test[]
        @Inject(
                value = "json-explosion",
                with = {"to=POST /totals", "shape=many-objects", "size=1MiB", "times=100"})
        @Budget(allocatedPerOperation = "512KiB")
        @ReturnsToBaseline
        void totalsAreReadAsAStream() {}
        // end::test[]
    }

    static Sut build(String build) {
        return Sut.main(Totals.class).arguments(build).http(8080).jvmOptions("-Xmx256m");
    }

    @LeakTest
    static class LeakyTestCase extends Posting {

        @SystemUnderTest
        static Sut totals = build("leaky");
    }

    @LeakTest
    static class RemediedTestCase extends Posting {

        @SystemUnderTest
        static Sut totals = build("remedied");
    }
}
