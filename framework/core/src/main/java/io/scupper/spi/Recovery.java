package io.scupper.spi;

/** Who gives back what a fault withheld. */
public enum Recovery {
    /** Nobody: the subject's own timeouts and evictors must do it before the bound. */
    SELF,
    /** The fault does, at lift; the subject must show no other residue. */
    ASSISTED
}
