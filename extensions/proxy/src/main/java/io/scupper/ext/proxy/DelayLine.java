package io.scupper.ext.proxy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What of one direction of one connection has been read and has not gone on, in order. It is bounded: who puts more waits,
 * so that a long delay holds the sender back in the end and does not fill this process.
 */
final class DelayLine {

    /** What one line holds at the most while a disturbance reads ahead. */
    static final int CAPACITY_BYTES = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Chunk> chunks = new ArrayDeque<>();
    private long bytes;

    /** Adds at the end once no more than {@code mostBytes} are before it. */
    void put(Chunk chunk, int mostBytes) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (bytes > mostBytes) {
                changed.await();
            }
            chunks.add(chunk);
            bytes += chunk.bytes().length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the first, which stays in the line until it is {@link #removed}; waits for one. */
    Chunk first() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (chunks.isEmpty()) {
                changed.await();
            }
            return chunks.element();
        } finally {
            lock.unlock();
        }
    }

    /** Removes the first, which has gone on. */
    void removed() {
        lock.lock();
        try {
            bytes -= chunks.remove().bytes().length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Bytes as they were read together.
     *
     * @param bytes none for the end of the stream
     * @param arrivedNanos by {@link System#nanoTime}
     */
    record Chunk(byte[] bytes, long arrivedNanos) {

        boolean isEnd() {
            return bytes.length == 0;
        }
    }
}
