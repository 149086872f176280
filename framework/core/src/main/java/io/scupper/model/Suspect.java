package io.scupper.model;

import java.util.List;

/**
 * The explanation of one leak.
 *
 * @param finding the label of the finding it explains
 * @param what what grew and by how much, in one line
 * @param evidence who holds it or where it waits, one line each; may be empty
 * @param advice what to close, bound or cancel
 */
public record Suspect(String finding, String what, List<String> evidence, String advice) {

    public Suspect {
        evidence = List.copyOf(evidence);
    }
}
