package io.scupper.junit;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The mix that leaked last, in a file beside the record: it is replayed first, until it leaks no more. */
record FailedMix(Path file) {

    /**
     * Returns the seed and the number of it, if there is one.
     *
     * @throws ScupperException if the file is not one of these
     */
    Optional<RandomMode> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(file).strip().split("\\s+");
            int number = Integer.parseInt(words[1]);
            return Optional.of(new RandomMode(Long.parseLong(words[0]), number, number));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ScupperException(
                    "'%s' should hold the seed and the number of a mix, and does not. Delete it.".formatted(file), e);
        }
    }

    void keep(RandomMix mix) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, mix.seed() + " " + mix.number() + "\n");
        } catch (IOException e) {
            throw new ScupperException("'%s' could not be written: %s.".formatted(file, e), e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ScupperException("'%s' could not be deleted: %s.".formatted(file, e), e);
        }
    }
}
