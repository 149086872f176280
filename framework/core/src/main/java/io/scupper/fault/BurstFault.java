package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.model.TimeSpan;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.Answer;
import io.scupper.traffic.OpenLoop;
import io.scupper.traffic.RawRequest;
import io.scupper.traffic.Timings;
import io.scupper.traffic.TrafficClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bursts of requests by a schedule; unarmed, one harmless request. An operation is one burst, which is one match.
 *
 * @param calm where the harmless requests go
 * @param storm what makes the requests those that the service fails at; empty if they are as others
 * @param operations of the armed rounds together, when the test has no body
 */
record BurstFault(
        String id,
        Map<String, String> parameters,
        Recovery recovery,
        Destination to,
        Destination calm,
        Optional<Storm> storm,
        Volume volume,
        int operations,
        Activation activation)
        implements Fault {

    /** A message in each request. */
    record Storm(Place place, Texts messages) {}

    @Override
    public OptionalInt totalOperations() {
        return OptionalInt.of(operations);
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        var loop = new OpenLoop(volume.senders());
        try {
            return new TrafficFault(activation, 1, new Bursts(this, to.client(subject, id), loop));
        } catch (RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    private static final class Bursts implements TrafficFault.Requests {

        private final BurstFault fault;
        private final TrafficClient client;
        private final OpenLoop loop;
        private final Timings timings = new Timings();
        private final Tally answers = new Tally();

        Bursts(BurstFault fault, TrafficClient client, OpenLoop loop) {
            this.fault = fault;
            this.client = client;
            this.loop = loop;
        }

        @Override
        public String send(boolean harmful) throws IOException {
            if (harmful) {
                burst();
                return "burst";
            }
            Answer answer;
            try {
                answer = client.send(fault.calm.next());
            } catch (IOException e) {
                throw new IOException(fault.calm + " did not get there. " + e.getMessage(), e);
            }
            Landing.require(answer, false, fault.calm.toString());
            return answer.inWords();
        }

        /** Loops are for one schedule at a time, and so are servers: two bursts at a time would be one of another rate. */
        private synchronized void burst() throws IOException {
            List<RawRequest> requests = requests();
            var landed = new AtomicInteger();
            var misses = new ConcurrentLinkedQueue<IOException>();
            loop.run(
                    fault.volume.schedule(),
                    number -> {
                        try {
                            answers.add(one(requests.get(number)));
                            landed.incrementAndGet();
                        } catch (IOException e) {
                            misses.add(e);
                        }
                    },
                    timings);
            Optional<IOException> astray =
                    misses.stream().filter(MissedException.class::isInstance).findFirst();
            // A server that sheds load may refuse connections; one that took none has seen no burst.
            Optional<IOException> first =
                    astray.isEmpty() && landed.get() == 0 ? misses.stream().findFirst() : astray;
            if (first.isPresent()) {
                throw new IOException(
                        "%d of %d requests of a burst missed, the first because: %s"
                                .formatted(
                                        misses.size(),
                                        requests.size(),
                                        first.get().getMessage()),
                        first.get());
            }
            misses.forEach(miss -> answers.add("not sent"));
        }

        /** Made beforehand and by this thread, so that the sequence is the same whoever sends them. */
        private List<RawRequest> requests() {
            var requests = new ArrayList<RawRequest>();
            for (int i = 0; i < fault.volume.schedule().count(); i++) {
                RawRequest bare = fault.to.next();
                requests.add(fault.storm
                        .map(storm -> storm.place.put(bare, storm.messages.next()))
                        .orElse(bare));
            }
            return requests;
        }

        private String one(RawRequest request) throws IOException {
            Answer answer = client.send(request);
            try {
                Landing.require(answer, true, fault.to.toString());
            } catch (IOException e) {
                throw new MissedException(String.valueOf(e.getMessage()));
            }
            if (fault.storm.isPresent() && answer.status() > 0 && answer.status() < 400) {
                throw new MissedException("%s ended with '%s': a log storm needs a path that fails, check 'to'"
                        .formatted(fault.to, answer.inWords()));
            }
            return answer.inWords();
        }

        @Override
        public String describe(long fired, Tally endings) {
            return ("%d bursts of %d requests %s at %s a second, answered %s; from when each was due: half within %s, 99 %% within"
                            + " %s, all within %s; sent late by %s at the most")
                    .formatted(
                            fired,
                            fault.volume.schedule().count(),
                            fault.to,
                            number(fault.volume.rate()),
                            answers,
                            TimeSpan.format(timings.quantile(0.5)),
                            TimeSpan.format(timings.quantile(0.99)),
                            TimeSpan.format(timings.longest()),
                            TimeSpan.format(timings.latest()));
        }

        private static String number(double rate) {
            return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
        }

        @Override
        public void close() {
            loop.close();
        }
    }

    /** A request that got an answer, and one that shows that it went to the wrong place. */
    private static final class MissedException extends IOException {

        private static final long serialVersionUID = 1;

        MissedException(String message) {
            super(message);
        }
    }
}
