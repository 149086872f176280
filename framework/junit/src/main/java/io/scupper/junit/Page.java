package io.scupper.junit;

import io.scupper.html.RecordFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The page of one experiment. What becomes of it changes no verdict, be the disk or the heap full: the record has all of it, and pages
 * can be made later.
 *
 * @param file where it lies; empty if there is none
 * @param said where it lies, or why there is none; empty if none was asked for
 */
record Page(Optional<Path> file, String said) {

    /** {@code off} writes no pages. */
    private static final String SETTING = "scupper.report";

    private static final Page NONE = new Page(Optional.empty(), "");

    /** Writes the page of a record beside it. */
    static Page of(Path record, Path folder) {
        if (isOff() || !Files.exists(record)) {
            return NONE;
        }
        try {
            Path file = RecordFolder.page(record, folder);
            return new Page(Optional.of(file), file.toString());
        } catch (RuntimeException | Error e) {
            ConsoleProgress.of("report").noted(why(e));
            return new Page(Optional.empty(), "none: " + why(e));
        }
    }

    /** Writes the index of a folder of records and says why, if that cannot be done. */
    static void index(Path folder) {
        if (isOff()) {
            return;
        }
        try {
            RecordFolder.index(folder);
        } catch (RuntimeException | Error e) {
            ConsoleProgress.of("report").noted(why(e));
        }
    }

    private static boolean isOff() {
        return System.getProperty(SETTING, "on").equals("off");
    }

    private static String why(Throwable e) {
        return e.toString()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^io\\.scupper\\.model\\.ScupperException: ", "");
    }
}
