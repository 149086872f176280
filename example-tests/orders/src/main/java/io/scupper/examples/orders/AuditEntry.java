package io.scupper.examples.orders;

/**
 * What the audit remembers of one suspiciously large order.
 *
 * @param content the whole body in the leaky build, its SHA-256 digest in the remedied one
 */
record AuditEntry(long bytes, byte[] content) {}
