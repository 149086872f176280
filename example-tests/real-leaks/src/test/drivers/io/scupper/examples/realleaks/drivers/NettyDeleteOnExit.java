package io.scupper.examples.realleaks.drivers;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import java.nio.charset.StandardCharsets;

/** Takes uploads, which are put into files until they are dealt with. */
public final class NettyDeleteOnExit {

    private static final byte[] FORM = ("--b\r\n"
                    + "Content-Disposition: form-data; name=\"list\"; filename=\"list.txt\"\r\n"
                    + "Content-Type: text/plain\r\n\r\n"
                    + "bread\r\n--b--\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private NettyDeleteOnExit() {}

    public static void main(String[] args) throws Exception {
        var onDisk = new DefaultHttpDataFactory(true);
        onDisk.setDeleteOnExit(true);
        Front.serve(() -> {
            ByteBuf body = PooledByteBufAllocator.DEFAULT.buffer().writeBytes(FORM);
            var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/lists", body);
            request.headers().set("Content-Type", "multipart/form-data; boundary=b");
            var decoder = new HttpPostRequestDecoder(onDisk, request);
            try {
                var list = (FileUpload) decoder.next();
                if (!list.getFile().isFile()) {
                    throw new IllegalStateException("The file is not there.");
                }
            } finally {
                decoder.destroy();
                onDisk.cleanRequestHttpData(request);
                request.release();
            }
        });
    }
}
