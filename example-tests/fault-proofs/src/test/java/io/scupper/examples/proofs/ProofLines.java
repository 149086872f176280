package io.scupper.examples.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The file of what all proofs came to; a proof run that is asked to writes into it, and the page of the faults with it. */
final class ProofLines {

    private static final Path FILE = Path.of("results", "proofs.tsv");
    private static final Path PAGE = Path.of("..", "..", "docs", "faults.md");

    private ProofLines() {}

    static List<ProofLine> read() throws IOException {
        return Files.exists(FILE)
                ? Files.readAllLines(FILE).stream().map(ProofLine::parse).toList()
                : List.of();
    }

    static String page() throws IOException {
        return Files.readString(PAGE);
    }

    /** Writes a line, in the place of the one before it, if this run is to leave anything behind. */
    static void note(ProofLine line) throws IOException {
        if (!Boolean.getBoolean("proofs.record")) {
            return;
        }
        List<ProofLine> all = Stream.concat(read().stream().filter(each -> !each.isOfTheSame(line)), Stream.of(line))
                .sorted(Comparator.comparing(ProofLine::key))
                .toList();
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, all.stream().map(ProofLine::toLine).toList());
        Files.writeString(PAGE, FaultsPage.of(all));
    }
}
