package io.scupper.junit;

import io.scupper.engine.Explanation;
import io.scupper.model.ByteSize;
import io.scupper.model.ScupperException;
import io.scupper.runtime.HeapProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How leaks are explained, as far as system properties say. */
final class Explanations {

    /** {@code off} leaves a leak unexplained, and believes it without a path. */
    private static final String SETTING = "scupper.explain";

    /** What one heap dump may have, compressed. */
    private static final String LIMIT = "scupper.dump.limit";

    private static final String DEFAULT_LIMIT = "1GiB";

    private Explanations() {}

    /**
     * Returns the explanation with dumps named after a file, or none if it is turned off.
     *
     * @throws ScupperException if a property is not allowed
     */
    static Optional<Explanation> into(Path file) {
        String setting = System.getProperty(SETTING, "on");
        if (setting.equals("off")) {
            return Optional.empty();
        }
        if (!setting.equals("on")) {
            throw new ScupperException("%s is '%s', allowed are 'on' and 'off'.".formatted(SETTING, setting));
        }
        long most =
                ByteSize.parse(LIMIT, System.getProperty(LIMIT, DEFAULT_LIMIT)).bytes();
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("."));
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        return Optional.of(new Explanation(HeapProgram.configured(), folder, name, most));
    }

    /** A dump that lies there belongs to the run whose record lies beside it. */
    static void removeOld(Explanation explanation) {
        try {
            for (Path dump : List.of(explanation.before(), explanation.after())) {
                Files.deleteIfExists(dump);
            }
        } catch (IOException e) {
            throw new ScupperException(
                    "The heap dump of an earlier run cannot be removed: %s. Is the folder writable?".formatted(e), e);
        }
    }
}
