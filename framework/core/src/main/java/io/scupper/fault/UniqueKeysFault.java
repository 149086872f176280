package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.Answer;
import io.scupper.traffic.TrafficClient;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Requests each with a key of its own; unarmed, all of them with the same. */
record UniqueKeysFault(
        Map<String, String> parameters,
        Recovery recovery,
        Destination to,
        Place place,
        Texts keys,
        Activation activation)
        implements Fault {

    @Override
    public String id() {
        return UniqueKeysType.ID;
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        return new TrafficFault(activation, 1, new Keyed(to, to.client(subject, id()), place, keys));
    }

    private record Keyed(Destination to, TrafficClient client, Place place, Texts keys)
            implements TrafficFault.Requests {

        @Override
        public String send(boolean harmful) throws IOException {
            String key = harmful ? keys.next() : keys.ordinary();
            Answer answer;
            try {
                answer = client.send(place.put(to.next(), key));
            } catch (IOException e) {
                throw new IOException(what() + " did not get there. " + e.getMessage(), e);
            }
            Landing.require(answer, harmful, what());
            return answer.inWords();
        }

        @Override
        public String describe(long fired, Tally endings) {
            return "%d times %s, answered %s".formatted(fired, what(), endings);
        }

        private String what() {
            return to + " with a key of its own in the " + place.where().name().toLowerCase(Locale.ROOT);
        }
    }
}
