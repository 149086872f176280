package io.scupper.traffic;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Deflater;

/**
 * Makes the block of which bodies are cut: letters and digits, so that they are text under any content type. It is
 * twice as long as the window of deflate, which therefore never sees that it repeats.
 */
final class Block {

    static final int SIZE = 64 << 10;

    /** Of compression: the fastest that reaches a ratio of 1,000; level 1 ends at 230. */
    static final int LEVEL = 4;

    private static final byte FILLER = 'a';
    private static final int CELLS = 16;
    private static final int TRIAL_BLOCKS = 16;

    private Block() {}

    /** Returns a block that hardly compresses: six bits of a byte are random. */
    static byte[] random(long seed) {
        var random = new SplittableRandom(seed);
        byte[] alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] block = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            block[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return block;
    }

    /**
     * Returns a block that deflate shrinks by {@code ratio}, from 2 to 1,000. How many random letters that takes is found
     * by trial, because what a letter costs depends on how many there are: each trial corrects the last.
     */
    static byte[] compressible(long seed, int ratio) {
        byte[] letters = random(seed);
        double wanted = (double) SIZE / ratio;
        double count = wanted;
        byte[] block = mix(letters, (int) count);
        for (int trial = 0; trial < 6; trial++) {
            double bytesPerLetter = 0.8;
            count = Math.max(0, Math.min(SIZE, count + (wanted - deflated(block)) / bytesPerLetter));
            block = mix(letters, (int) count);
        }
        return block;
    }

    /** Spreads {@code count} of the letters over the block in 16 runs, so that a part of it compresses like the whole. */
    private static byte[] mix(byte[] letters, int count) {
        byte[] block = new byte[SIZE];
        Arrays.fill(block, FILLER);
        for (int cell = 0; cell < CELLS; cell++) {
            int at = cell * (SIZE / CELLS);
            int length = (int) ((long) count * (cell + 1) / CELLS - (long) count * cell / CELLS);
            System.arraycopy(letters, at, block, at, length);
        }
        return block;
    }

    /** Returns to how many bytes one block shrinks, in the middle of many. */
    private static double deflated(byte[] block) {
        var deflater = new Deflater(LEVEL, true);
        try {
            byte[] out = new byte[SIZE];
            for (int i = 0; i < TRIAL_BLOCKS; i++) {
                deflater.setInput(block);
                while (!deflater.needsInput()) {
                    deflater.deflate(out);
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                deflater.deflate(out);
            }
            return (double) deflater.getBytesWritten() / TRIAL_BLOCKS;
        } finally {
            deflater.end();
        }
    }
}
