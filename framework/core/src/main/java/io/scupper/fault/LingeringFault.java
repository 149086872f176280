package io.scupper.fault;

import io.scupper.control.Activation;
import io.scupper.model.ByteSize;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.traffic.Answer;
import io.scupper.traffic.Dawdle;
import io.scupper.traffic.Lingering;
import io.scupper.traffic.Payload;
import io.scupper.traffic.RawRequest;
import io.scupper.traffic.TrafficClient;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Clients that take their time and stay when the operation is over; unarmed, the same requests at full speed. After lift they
 * move nothing any more, and stay for as long as the service lets them.
 *
 * @param body slowly sent, or sent before a response that is slowly read
 * @param small in place of it while the fault is not armed
 */
record LingeringFault(
        String id,
        Map<String, String> parameters,
        Recovery recovery,
        Destination to,
        Dawdle dawdle,
        Optional<Payload> body,
        Optional<Payload> small,
        int concurrency,
        int maxHeld,
        Activation activation)
        implements Fault {

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        TrafficClient client = to.client(subject, id);
        return new TrafficFault(activation, concurrency, new Slow(this, client, new HeldClients(maxHeld)));
    }

    private record Slow(LingeringFault fault, TrafficClient client, HeldClients clients)
            implements TrafficFault.Requests {

        @Override
        public String send(boolean harmful) throws IOException {
            RawRequest bare = fault.to.next();
            if (!harmful) {
                Answer answer;
                try {
                    answer = client.send(fault.small.map(bare::with).orElse(bare));
                } catch (IOException e) {
                    throw new IOException(fault.to + " did not get there. " + e.getMessage(), e);
                }
                Landing.require(answer, false, fault.to.toString());
                return answer.inWords();
            }
            boolean stays = false;
            try {
                String ending = begin(fault.body.map(bare::with).orElse(bare));
                stays = true;
                return ending;
            } finally {
                if (!stays) {
                    clients.release();
                }
            }
        }

        private String begin(RawRequest request) throws IOException {
            Lingering client;
            try {
                client = this.client.linger(request, fault.dawdle);
            } catch (IOException e) {
                throw new IOException("%s could not take its time. %s".formatted(fault.to, e.getMessage()), e);
            }
            Answer answer = client.answer();
            try {
                if (answer.status() > 0) {
                    Landing.require(answer, true, fault.to.toString());
                }
            } catch (IOException e) {
                client.close();
                throw e;
            }
            clients.add(client);
            return answer.status() > 0 ? Integer.toString(answer.status()) : "begun";
        }

        @Override
        public String describe(long fired, Tally begun) {
            boolean sending = fault.dawdle.direction() == Dawdle.Direction.SENDING;
            String ended = clients.endings();
            return "%d requests %s, each %s by %s a second up to %s: %s; %s%d still there"
                    .formatted(
                            fired,
                            fault.to,
                            sending ? "sent" : "read",
                            ByteSize.format(fault.dawdle.bytesPerSecond()),
                            ByteSize.format(fault.dawdle.stallAfter()),
                            begun,
                            ended.isEmpty() ? "" : "ended " + ended + ", ",
                            clients.count());
        }

        @Override
        public boolean reserve() {
            return clients.reserve();
        }

        @Override
        public void move(boolean moves) {
            clients.move(moves);
        }

        @Override
        public long held() {
            return clients.count();
        }

        @Override
        public void giveBack() {
            clients.giveBack();
        }

        @Override
        public void close() {
            clients.close();
        }
    }
}
