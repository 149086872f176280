package io.scupper.examples.proofs;

import io.scupper.fault.Faults;
import io.scupper.fault.HasReleasePoints;
import io.scupper.fault.ReleasePoint;
import io.scupper.spi.Recovery;
import java.util.List;

/** Writes the page of the faults that are rows: the tables, and beside each row what its proofs came to. */
final class FaultsPage {

    private static final String HEAD = """
            # Faults in libraries

            Each row is a method by which a library gives something back: the fault leaves the call out there, or lets it take long, or
            parks it. Made of the tables in `io.scupper.fault` and of what the proofs came to: do not edit it, run them
            (`example-tests/fault-proofs/README.md`).

            A test names a fault by `@Inject("unclosed-connection")` or `Faults.of("unclosed-connection")`, and one of its libraries by
            `library=HikariCP`. All of them know `site`, `caller` and `thread` too; rows of the JDK want one of these, for everything in the
            JVM passes there. A library that is loaded in a version that fits no row is an error that names both versions; `site=` then
            says the method by hand, and [Writing a fault](writing-a-fault.md) how it is found.

            - *armed*: what an experiment with this fault found in a subject that cannot recover by itself. The same subject was CLEAN
              without the fault, and an error, never fired, with the fault in another library.
            - *lifted*: what became of it when the fault was lifted and nobody gave anything back (`SELF`).
            - *compensated*: what became of it when everything was given back at lift (`ASSISTED`).
            """;

    private FaultsPage() {}

    static String of(List<ProofLine> proofs) {
        var page = new StringBuilder(HEAD);
        for (HasReleasePoints type : types()) {
            page.append("\n## ").append(type.id()).append("\n\n");
            page.append(
                    "| library | join point | version, Java | armed | lifted | compensated |\n|---|---|---|---|---|---|\n");
            type.releasePoints().forEach(row -> rows(type.id(), row, proofs).forEach(page::append));
            type.releasePoints().stream()
                    .filter(row -> !row.note().isEmpty())
                    .map(row -> row.library().name() + ": "
                            + (row.lifted() == Recovery.SELF ? "recovers by itself " : "") + row.note() + ".\n")
                    .distinct()
                    .forEach(note -> page.append("\n").append(note));
        }
        return page.toString();
    }

    static List<HasReleasePoints> types() {
        return Faults.types().stream()
                .filter(HasReleasePoints.class::isInstance)
                .map(HasReleasePoints.class::cast)
                .toList();
    }

    private static List<String> rows(String id, ReleasePoint row, List<ProofLine> proofs) {
        List<String> lines = proofs.stream()
                .filter(proof -> isOf(proof, id, row))
                .map(proof -> line(
                        row,
                        proof.version() + (row.library().isOfJdk() ? "" : ", " + proof.java()),
                        proof.armed(),
                        proof.lifted(),
                        proof.compensated()))
                .toList();
        return lines.isEmpty() ? List.of(line(row, "not proved yet", "–", "–", "–")) : lines;
    }

    static boolean isOf(ProofLine proof, String id, ReleasePoint row) {
        return proof.fault().equals(id)
                && proof.library().equals(row.library().name())
                && proof.point().equals(row.site());
    }

    private static String line(ReleasePoint row, String version, String armed, String lifted, String compensated) {
        return "| %s | `%s` | %s | %s | %s | %s |\n"
                .formatted(row.library().name(), row.site(), version, armed, lifted, compensated);
    }
}
