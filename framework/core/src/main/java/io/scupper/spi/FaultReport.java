package io.scupper.spi;

/**
 * What a fault has done since it was armed.
 *
 * @param matched occasions it saw
 * @param fired occasions it took
 * @param held what it withholds now
 * @param note one sentence of evidence in words, for example bytes held back on the wire; may be empty
 */
public record FaultReport(long matched, long fired, long held, String note) {}
