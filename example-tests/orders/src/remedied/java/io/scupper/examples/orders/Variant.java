package io.scupper.examples.orders;

/** Which of the two builds this is. */
final class Variant {

    static final String NAME = "remedied";

    private Variant() {}
}
