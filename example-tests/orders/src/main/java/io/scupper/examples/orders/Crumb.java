package io.scupper.examples.orders;

/**
 * Takes exactly 64 bytes on HotSpot with compressed class pointers: a header of 12, one int, six longs. The smallest
 * leak that the example has, off unless {@code ORDERS_TINY_LEAK} is set.
 */
final class Crumb {

    int number;
    long a;
    long b;
    long c;
    long d;
    long e;
    long f;

    Crumb(int number) {
        this.number = number;
    }
}
