package io.scupper.html;

import io.scupper.model.Origin;
import io.scupper.trace.Frames;
import io.scupper.trace.TraceText;
import java.util.List;

/**
 * Who brought forth what stayed, as a page shows it.
 *
 * @param did what was done there
 * @param where the frame to look at first; empty if there is none
 * @param stayed how much of it did
 */
record Stack(String did, String where, String stayed, List<Trace.Line> frames) {

    static Stack of(Origin origin) {
        return new Stack(
                origin.what(),
                Frames.shown(origin.frames(), origin.frames().size() + 1).stream()
                        .findFirst()
                        .orElse(""),
                TraceText.stayedOf(origin),
                origin.frames().stream().map(Trace.Line::frame).toList());
    }
}
