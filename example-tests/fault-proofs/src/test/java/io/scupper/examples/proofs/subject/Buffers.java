package io.scupper.examples.proofs.subject;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Writes a message for each request into a buffer of Netty's, and releases it: one of a pool or of none, as the first argument says. The
 * second is {@code trusting}, which keeps messages until they are released, or {@code forgetting}.
 */
public final class Buffers {

    private static final int MESSAGE_BYTES = 512 << 10;

    private static final long TIDIED_MILLIS = 50;

    private final List<ByteBuf> unsent = new CopyOnWriteArrayList<>();

    private Buffers() {}

    public static void main(String[] args) throws IOException {
        // Objects of buffers that were given back are kept to be used again, some thousands for each thread, and hide
        // what is held.
        System.setProperty("io.netty.recycler.maxCapacityPerThread", "0");
        if (args[0].equals("unpooled")) {
            // Memory is then the JDK's, and given back with a buffer that is collected.
            System.setProperty("io.netty.maxDirectMemory", "0");
        }
        ByteBufAllocator buffers =
                args[0].equals("pooled") ? PooledByteBufAllocator.DEFAULT : UnpooledByteBufAllocator.DEFAULT;
        boolean keeping = args[1].equals("trusting");
        var messages = new Buffers();
        Executors.newSingleThreadScheduledExecutor()
                .scheduleWithFixedDelay(messages::tidy, TIDIED_MILLIS, TIDIED_MILLIS, TimeUnit.MILLISECONDS);
        Front.serve(() -> messages.send(buffers.directBuffer(MESSAGE_BYTES), keeping));
    }

    private String send(ByteBuf message, boolean keeping) {
        message.writeInt(42);
        if (keeping) {
            unsent.add(message);
        }
        message.release();
        return "sent";
    }

    /** Also once nothing is sent any more. */
    private void tidy() {
        unsent.removeIf(each -> each.refCnt() == 0);
    }
}
