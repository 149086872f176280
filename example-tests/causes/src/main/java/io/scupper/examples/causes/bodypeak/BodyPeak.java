package io.scupper.examples.causes.bodypeak;

import com.sun.net.httpserver.HttpExchange;
import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes uploads, several at once, and answers with the digest of each. */
public final class BodyPeak {

    private static final int AT_ONCE = 8;
    private static final int PIECE = 8 << 10;

    /** Of one upload; larger ones are answered with 413. */
    private static final long LIMIT = 16L << 20;

    private BodyPeak() {}

    public static void main(String[] args) throws IOException {
        WorkServer.serve(AT_ONCE, WorkServer.isRemedied(args) ? BodyPeak::inPieces : BodyPeak::whole);
    }

    /** The peak: while it comes in each body is there as a whole, and as many of them as there are requests. */
    private static void whole(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        MessageDigest digest = sha256();
        digest.update(body);
        WorkServer.answer(exchange, 200, HexFormat.of().formatHex(digest.digest()));
    }

    // tag::remedy[]
    private static void inPieces(HttpExchange exchange) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        InputStream body = exchange.getRequestBody();
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            digest.update(piece, 0, read);
            bytes += read;
            if (bytes > LIMIT) {
                WorkServer.answer(exchange, 413, "at most " + LIMIT + " bytes");
                return;
            }
        }
        WorkServer.answer(exchange, 200, HexFormat.of().formatHex(digest.digest()));
    }
    // end::remedy[]

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has it.", e);
        }
    }
}
