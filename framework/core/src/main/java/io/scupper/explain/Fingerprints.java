package io.scupper.explain;

import io.scupper.model.HeapPath;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes short texts by which a leak is known again in other runs, JVMs and builds. */
final class Fingerprints {

    private static final int BYTES = 6;

    private Fingerprints() {}

    /** Returns that of the place that grows; where none is known, one of what grew and whom it is blamed on. */
    static String of(String finding, List<HeapPath> paths, Optional<String> culprit) {
        return paths.isEmpty()
                ? hash(finding.replaceAll("\\d+", "#") + '\n' + culprit.orElse(""))
                : paths.get(0).fingerprint();
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            text.chars().forEach(unit -> {
                digest.update((byte) (unit >> 8));
                digest.update((byte) unit);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}
