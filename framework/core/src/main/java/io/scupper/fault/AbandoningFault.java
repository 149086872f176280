package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.Abort;
import io.scupper.traffic.Answer;
import io.scupper.traffic.Framing;
import io.scupper.traffic.Payload;
import io.scupper.traffic.RawRequest;
import io.scupper.traffic.TrafficClient;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clients that go away; unarmed, the same requests are read to the end. */
record AbandoningFault(
        String id,
        Map<String, String> parameters,
        Recovery recovery,
        Destination to,
        Abort abort,
        long size,
        Activation activation)
        implements Fault {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        boolean hasBody = abort.stage() == Abort.Stage.MID_BODY || WITH_BODY.contains(to.method());
        Optional<Payload> body = hasBody
                ? Optional.of(Payload.of(size, Framing.CONTENT_LENGTH, 1, "application/octet-stream", 0))
                : Optional.empty();
        return new TrafficFault(activation, 1, new Departures(to, to.client(subject, id), body, abort));
    }

    private record Departures(Destination to, TrafficClient client, Optional<Payload> body, Abort abort)
            implements TrafficFault.Requests {

        @Override
        public String send(boolean harmful) throws IOException {
            RawRequest bare = to.next();
            RawRequest request = body.map(bare::with).orElse(bare);
            if (harmful) {
                return depart(request);
            }
            Answer answer;
            try {
                answer = client.send(request);
            } catch (IOException e) {
                throw new IOException(to + " did not get there. " + e.getMessage(), e);
            }
            Landing.require(answer, false, to.toString());
            return answer.inWords();
        }

        private String depart(RawRequest request) throws IOException {
            int status;
            try {
                status = client.abandon(request, abort);
            } catch (IOException e) {
                throw new IOException("%s could not be abandoned %s. %s".formatted(to, when(), e.getMessage()), e);
            }
            if (status == 0) {
                return "unanswered";
            }
            Landing.require(new Answer(Answer.Outcome.ANSWERED, status, 0, 0), true, to.toString());
            return Integer.toString(status);
        }

        @Override
        public String describe(long fired, Tally endings) {
            return "%d requests %s abandoned %s by %s: %s".formatted(fired, to, when(), abort.ending(), endings);
        }

        /** Says the stage in words: mid body, before response, mid response. */
        private String when() {
            return abort.stage().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
