package io.scupper.explain;

import io.scupper.model.Origin;
import java.util.List;

/** Where in the application's code databases and caches are asked. Pure. */
public final class QuestionSites {

    private QuestionSites() {}

    /** Returns a line for each place that has its share of what a witness has seen, the largest first; may be empty. */
    public static List<String> of(List<Origin> seen) {
        var shares = new Shares();
        for (Origin each : seen) {
            Shares.frame(each.frames())
                    .ifPresentOrElse(frame -> shares.add(frame, each.seen()), () -> shares.addNobodys(each.seen()));
        }
        return shares.told("those that were seen were asked in");
    }
}
