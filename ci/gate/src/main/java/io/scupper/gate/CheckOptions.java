package io.scupper.gate;

import io.scupper.gate.decision.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a check is given.
 *
 * @param records one folder for each shard
 * @param budget the budget file; empty for none
 * @param accepted the file of accepted leaks; empty for none
 * @param sources folders in which the lines of code are looked for
 * @param html where pages and their index go; empty for none
 * @param markdown the file that the summary is added to; empty for none
 * @param sarif where leaks go for GitHub; empty for none
 * @param codeQuality where leaks go for GitLab; empty for none
 * @param trend the file of past builds, to which this one is added; empty for none
 * @param build the id of this build in the trend
 */
public record CheckOptions(
        List<Path> records,
        Optional<Path> budget,
        Optional<Path> accepted,
        List<Path> sources,
        Optional<Path> html,
        Optional<Path> markdown,
        Optional<Path> sarif,
        Optional<Path> codeQuality,
        Optional<Path> trend,
        String build,
        Policy policy) {

    public CheckOptions {
        records = List.copyOf(records);
        sources = List.copyOf(sources);
    }
}
