package io.scupper.examples.proofs;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link LibraryFaultsIT}, of the rows whose library wants a server that there is as a container only. */
class LibraryFaultsContainerIT {

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsWithheldIsALeakAndGivenBackItIsNone(ProvedRow row) throws IOException, InterruptedException {
        LibraryFaultsIT.prove(row);
    }

    static Stream<ProvedRow> whatIsWithheldIsALeakAndGivenBackItIsNone() {
        return ProvedRows.ALL.stream().filter(ProvedRow::isInContainer);
    }
}
