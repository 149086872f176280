package io.scupper.ext.redis;

import io.scupper.model.ScupperException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A client that makes Redis hold something and then only stays connected. Each of its waits ends on an interrupt. */
final class HeldClient implements AutoCloseable {

    /** So small that nearly all that is not read stays in Redis, and not in the kernel. */
    private static final int RECEIVE_BYTES = 4 << 10;

    private final SocketChannel channel;

    private HeldClient(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects and sends. A server that hangs up meanwhile has cut it off, which is for the caller to see in the list of
     * clients.
     *
     * @throws ScupperException if Redis does not answer at all
     */
    static HeldClient connect(InetSocketAddress address, Holding holding) {
        try {
            SocketChannel channel = SocketChannel.open();
            var client = new HeldClient(channel);
            try {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BYTES);
                channel.connect(address);
                client.introduce(holding.name());
            } catch (IOException e) {
                client.close();
                throw e;
            }
            client.send(holding);
            return client;
        } catch (IOException e) {
            throw new ScupperException(
                    "Fault '%s' cannot connect to Redis on %s:%d: %s. Has it ended, or has it as many clients as it takes?"
                            .formatted(holding.faultId(), address.getHostString(), address.getPort(), e.getMessage()),
                    e);
        }
    }

    private void introduce(String purpose) throws IOException {
        var out = Channels.newOutputStream(channel);
        Resp.write(out, words("CLIENT", "SETNAME", RedisConnection.OWN_PREFIX + purpose));
        Resp.read(new BufferedInputStream(Channels.newInputStream(channel)));
    }

    private void send(Holding holding) {
        try {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel));
            holding.send(out);
            out.flush();
        } catch (IOException e) {
            // Cut off: Redis no longer lists it.
            close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone all the same, and there is nobody to tell.
        }
    }

    private static byte[][] words(String... words) {
        var bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
