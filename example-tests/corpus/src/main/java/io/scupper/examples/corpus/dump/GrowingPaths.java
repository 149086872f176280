package io.scupper.examples.corpus.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks {@link PathGrowth} about a subject: a round, a dump, and again. */
public final class GrowingPaths {

    /** The name that tables use. */
    public static final String RULE = "LeakCanary's growing paths";

    private static final int WARM_UP = 3;

    private GrowingPaths() {}

    /**
     * Runs rounds and looks at a dump after each.
     *
     * @param subject which is warmed up first
     */
    public static boolean in(Scenario subject) throws IOException {
        Path folder = Files.createTempDirectory("scupper-dumps");
        try {
            for (int i = 0; i < WARM_UP; i++) {
                subject.round();
            }
            List<PathNode> roots = new ArrayList<>();
            for (int i = 0; i < PathGrowth.DUMPS; i++) {
                subject.round();
                Path dump = folder.resolve("dump.hprof");
                subject.dump(dump);
                roots.add(DumpReader.read(dump));
                Files.delete(dump);
            }
            return PathGrowth.isLeft(roots);
        } finally {
            Files.deleteIfExists(folder.resolve("dump.hprof"));
            Files.delete(folder);
        }
    }

    /** A subject that can be put to work and be dumped. */
    public interface Scenario {

        /** Carries out the operations of one round. */
        void round() throws IOException;

        /** Collects garbage, and writes what is live to a file that is not there yet. */
        void dump(Path file) throws IOException;
    }
}
