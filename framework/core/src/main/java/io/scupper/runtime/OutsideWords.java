package io.scupper.runtime;

import io.scupper.model.ScupperException;
import io.scupper.spi.AgentLink;
import io.scupper.spi.ProcessView;
import io.scupper.spi.SubjectReader;
import io.scupper.spi.SubjectSpec;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** What is to be said of a subject that takes no agent: by what it is read, and what of it nobody reads. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OutsideWords {

    private OutsideWords() {}

    /** Returns the subject in words, for every message and record: nobody is to take for watched what was not. */
    public static String describe(SubjectSpec spec, AgentLink link, ProcessView process) {
        List<String> unread = new ArrayList<>();
        if (!link.readsTheHeap()) {
            unread.add("heap");
        }
        SubjectReader reader = spec.outside().orElseThrow().reader();
        if (!process.isReadable() && !reader.readsTheProcess()) {
            unread.add("sockets");
            unread.add("descriptors by kind");
        }
        return "%s, read by %s%s"
                .formatted(
                        spec.description(),
                        reader.description(),
                        unread.isEmpty() ? "" : "; not watched: " + String.join(", ", unread));
    }

    /**
     * Makes sure that a subject has an HTTP server to be read by.
     *
     * @throws ScupperException if it has none
     */
    public static void requireHttp(SubjectSpec spec) {
        if (spec.httpPort() == 0) {
            throw new ScupperException(
                    "%s takes no agent and is read over HTTP: say Sut.….http(port).".formatted(spec.description()));
        }
    }
}
