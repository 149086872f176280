package io.scupper.examples.causes.bodypeak;

import com.sun.net.httpserver.HttpExchange;
import io.scupper.examples.causes.Front;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes uploads and answers with their digest. Its first argument is the build: {@code leaky} or {@code remedied}. */
public final class Uploads {

    private static final int PIECE = 8 << 10;

    /** Of one upload; larger ones are answered with 413. */
    private static final long LIMIT = 16L << 20;

    private Uploads() {}

    public static void main(String[] args) throws IOException {
        boolean leaky = args[0].equals("leaky");
        Front.serve("/uploads", exchange -> {
            if (leaky) {
                whole(exchange);
            } else {
                inPieces(exchange);
            }
        });
    }

    // tag::leaky[]
    private static void whole(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        MessageDigest digest = sha256();
        digest.update(body);
        Front.answer(exchange, 200, HexFormat.of().formatHex(digest.digest()));
    }
    // end::leaky[]

    // tag::remedied[]
    private static void inPieces(HttpExchange exchange) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        InputStream body = exchange.getRequestBody();
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            digest.update(piece, 0, read);
            bytes += read;
            if (bytes > LIMIT) {
                Front.answer(exchange, 413, "at most " + LIMIT + " bytes");
                return;
            }
        }
        Front.answer(exchange, 200, HexFormat.of().formatHex(digest.digest()));
    }
    // end::remedied[]

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has it.", e);
        }
    }
}
