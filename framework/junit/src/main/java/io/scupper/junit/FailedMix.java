package io.scupper.junit;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The mix that leaked last, in a file beside the record: it is replayed first, until it leaks no more.
 *
 * @param record what its run has left, which goes with it
 */
record FailedMix(Path file, Path record) {

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

    /** Forgets it, and the leak that is none any more. */
    void forget() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(record);
            Files.deleteIfExists(page());
        } catch (IOException e) {
            throw new ScupperException("'%s' could not be deleted: %s.".formatted(file, e), e);
        }
    }

    private Path page() {
        return record.resolveSibling(record.getFileName().toString().replaceFirst("\\.json$", ".html"));
    }
}
