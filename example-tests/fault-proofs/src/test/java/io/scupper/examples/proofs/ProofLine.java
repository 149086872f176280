package io.scupper.examples.proofs;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the proof of one row came to, in one version of its library: a line of the file that is kept with the project.
 *
 * @param point as {@code site} has it
 * @param armed what was found
 * @param lifted what became of it when nobody gave anything back
 * @param compensated what became of it when everything was given back
 */
record ProofLine(
        String fault,
        String library,
        String version,
        String java,
        String point,
        String armed,
        String lifted,
        String compensated) {

    private static final String TAB = "\t";

    static ProofLine parse(String line) {
        List<String> fields = List.of(line.split(TAB));
        return new ProofLine(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7));
    }

    String toLine() {
        return String.join(TAB, fields().toList());
    }

    /** Tells whether both are of the same row in the same version. */
    boolean isOfTheSame(ProofLine other) {
        return key().equals(other.key());
    }

    /** Returns what a proof is of; what it came to stands behind it. */
    String key() {
        return String.join(TAB, fault, library, version, java, point);
    }

    Stream<String> fields() {
        return Stream.of(fault, library, version, java, point, armed, lifted, compensated);
    }
}
