package io.scupper.ext.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.scupper.model.ScupperException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks a Redis, past the proxy: for probes, faults and tests. Connects at the first question; a connection that broke is
 * made anew at the next one, but a question that failed is not asked again. Each question blocks, bounded by 5 s to
 * connect and 5 s to answer. Safe for use by many threads, one question at a time.
 *
 * <p>Its connections carry a name that begins with {@value #OWN_PREFIX}, by which {@link RedisClientsProbe} leaves them
 * out. Every method throws a {@link ScupperException} if Redis does not answer or refuses.
 */
public final class RedisConnection implements AutoCloseable {

    /** What the names of Scupper's own connections begin with. */
    static final String OWN_PREFIX = "scupper-";

    private static final int TIMEOUT_MILLIS = 5_000;

    private final InetSocketAddress address;
    private final String name;

    @Nullable
    private Open open;

    /** Makes a connection, not connected as yet, that Redis will list as {@code scupper-<purpose>}. */
    RedisConnection(InetSocketAddress address, String purpose) {
        this.address = address;
        this.name = OWN_PREFIX + purpose;
    }

    /** Asks for a sign of life. */
    public void ping() {
        ask("PING");
    }

    /** Publishes a message and returns how many subscribers Redis has for it. */
    public long publish(String channel, byte[] message) {
        return Long.parseLong(String.valueOf(ask("PUBLISH".getBytes(UTF_8), channel.getBytes(UTF_8), message)));
    }

    /** Returns a section of INFO, for example {@code memory}: values by name, as Redis writes them. */
    public Map<String, String> info(String section) {
        var values = new TreeMap<String, String>();
        String.valueOf(ask("INFO", section)).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon), line.substring(colon + 1));
            }
        });
        return values;
    }

    /** Returns the clients that are connected, Scupper's own left out. */
    List<RedisClient> clients() {
        return clients(client -> !client.name().startsWith(OWN_PREFIX));
    }

    /** Returns those of Scupper's own clients that are connected for this purpose. */
    List<RedisClient> ownClients(String purpose) {
        return clients(client -> client.name().equals(OWN_PREFIX + purpose));
    }

    private List<RedisClient> clients(Predicate<RedisClient> wanted) {
        return String.valueOf(ask("CLIENT", "LIST"))
                .lines()
                .filter(line -> !line.isBlank())
                .map(RedisClient::parse)
                .filter(wanted)
                .toList();
    }

    /** Returns a setting as {@code CONFIG GET} tells it; empty if this Redis has no such setting. */
    String setting(String name) {
        List<String> answer = exchange(Resp::readAll, bytes("CONFIG", "GET", name));
        return answer == null || answer.size() < 2 ? "" : answer.get(1);
    }

    /**
     * Asks anything that is answered by one text or number.
     *
     * @return the answer as text; null if Redis has nothing
     */
    @Nullable
    public String ask(String... words) {
        return ask(bytes(words));
    }

    private static byte[][] bytes(String... words) {
        var bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(UTF_8);
        }
        return bytes;
    }

    /** Closes; may be used again afterwards, and connects anew then. */
    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private @Nullable String ask(byte[]... words) {
        return exchange(Resp::read, words);
    }

    private synchronized <T> @Nullable T exchange(Reader<T> reader, byte[]... words) {
        String command = new String(words[0], UTF_8);
        try {
            if (open == null) {
                open = connect();
            }
            return open.ask(reader, words);
        } catch (Resp.RefusedException e) {
            throw new ScupperException(
                    "Redis on %s:%d refused %s: %s"
                            .formatted(address.getHostString(), address.getPort(), command, e.getMessage()),
                    e);
        } catch (IOException e) {
            close();
            throw new ScupperException(
                    "Redis on %s:%d does not answer %s: %s. Has it ended?"
                            .formatted(address.getHostString(), address.getPort(), command, e.getMessage()),
                    e);
        }
    }

    private Open connect() throws IOException {
        var made = new Open(address);
        try {
            made.ask(Resp::read, bytes("CLIENT", "SETNAME", name));
            return made;
        } catch (IOException e) {
            made.close();
            throw e;
        }
    }

    /** Reads an answer of one kind. */
    private interface Reader<T> {

        @Nullable
        T read(InputStream in) throws IOException;
    }

    /** A connection that stands. */
    private static final class Open {

        private final Socket socket = new Socket();
        private final InputStream in;
        private final OutputStream out;

        Open(InetSocketAddress address) throws IOException {
            try {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.connect(address, TIMEOUT_MILLIS);
                in = new BufferedInputStream(socket.getInputStream());
                out = new BufferedOutputStream(socket.getOutputStream());
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        <T> @Nullable T ask(Reader<T> reader, byte[]... words) throws IOException {
            Resp.write(out, words);
            return reader.read(in);
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // The descriptor is gone all the same, and there is nobody to tell.
            }
        }
    }
}
