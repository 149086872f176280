package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.model.ByteSize;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.Answer;
import io.scupper.traffic.Payload;
import io.scupper.traffic.TrafficClient;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongFunction;

/**
 * Bodies that are too much.
 *
 * @param operations of the armed rounds together, when the test has no body
 */
record PayloadFault(
        String id,
        Map<String, String> parameters,
        Recovery recovery,
        Destination to,
        Body body,
        int concurrency,
        int operations,
        Activation activation)
        implements Fault {

    /** The size of a harmless body. */
    private static final long SMALL = 1 << 10;

    /**
     * What is sent, before it is made.
     *
     * @param word for reports, what kind of body it is
     * @param make makes a body of a size
     */
    record Body(long size, String word, LongFunction<Payload> make) {}

    @Override
    public OptionalInt totalOperations() {
        return OptionalInt.of(operations);
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        Payload large = body.make.apply(body.size);
        Payload small = large.ofSize(Math.min(SMALL, large.size()));
        var requests = new Payloads(to, to.client(subject, id), large, small, body.word);
        return new TrafficFault(activation, concurrency, requests);
    }

    private record Payloads(Destination to, TrafficClient client, Payload large, Payload small, String word)
            implements TrafficFault.Requests {

        @Override
        public String send(boolean harmful) throws IOException {
            Payload payload = harmful ? large : small;
            String sent = "%s with %s (%s)".formatted(to, ByteSize.format(payload.size()), word);
            Answer answer;
            try {
                answer = client.send(to.next().with(payload));
            } catch (IOException e) {
                throw new IOException(sent + " did not get there. " + e.getMessage(), e);
            }
            Landing.require(answer, harmful, sent);
            return answer.inWords();
        }

        @Override
        public String describe(long fired, Tally endings) {
            return "%d payloads of %s (%s), %s in all, answered %s"
                    .formatted(
                            fired,
                            ByteSize.format(large.size()),
                            word,
                            ByteSize.format((double) large.size() * fired),
                            endings);
        }
    }
}
