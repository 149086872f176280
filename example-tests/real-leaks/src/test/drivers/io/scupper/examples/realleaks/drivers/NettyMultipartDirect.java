package io.scupper.examples.realleaks.drivers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.nio.charset.StandardCharsets;

/** Takes a form, which is held in memory until it is dealt with. */
public final class NettyMultipartDirect {

    private static final int LENGTH = 300_000;

    private static final byte[] FORM = ("--b\r\n"
                    + "Content-Disposition: form-data; name=\"list\"\r\n\r\n"
                    + "x".repeat(LENGTH)
                    + "\r\n--b--\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private NettyMultipartDirect() {}

    public static void main(String[] args) throws Exception {
        var inMemory = new DefaultHttpDataFactory(false);
        Front.serve(() -> {
            ByteBuf body =
                    PooledByteBufAllocator.DEFAULT.directBuffer(FORM.length).writeBytes(FORM);
            var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/lists", body);
            request.headers().set("Content-Type", "multipart/form-data; boundary=b");
            var decoder = new HttpPostRequestDecoder(inMemory, request);
            try {
                var list = (Attribute) decoder.next();
                if (list.length() != LENGTH) {
                    throw new IllegalStateException("The form is not whole.");
                }
            } finally {
                decoder.destroy();
                request.release();
            }
        });
    }
}
