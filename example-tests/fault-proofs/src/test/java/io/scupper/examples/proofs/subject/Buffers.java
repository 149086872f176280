package io.scupper.examples.proofs.subject;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a message for each request into a buffer of Netty's, and releases it: one of a pool or of none, as the first argument says. The
 * second is {@code trusting}, which keeps messages until they are released, or {@code forgetting}.
 */
public final class Buffers {

    private static final int MESSAGE_BYTES = 512 << 10;

    private final List<ByteBuf> unsent = new ArrayList<>();

    private Buffers() {}

    public static void main(String[] args) throws IOException {
        ByteBufAllocator buffers =
                args[0].equals("pooled") ? PooledByteBufAllocator.DEFAULT : UnpooledByteBufAllocator.DEFAULT;
        boolean keeping = args[1].equals("trusting");
        var messages = new Buffers();
        Front.serve(() -> messages.send(buffers.directBuffer(MESSAGE_BYTES), keeping));
    }

    private String send(ByteBuf message, boolean keeping) {
        message.writeInt(42);
        if (keeping) {
            unsent.add(message);
        }
        message.release();
        unsent.removeIf(each -> each.refCnt() == 0);
        return "sent";
    }
}
