package io.scupper.ext.proxy;

/** Lets so many bytes of one direction of one connection pass, and ends the connection upon the last of them. */
final class Quota implements Grip {

    private final Step atTheEnd;
    private long left;

    Quota(long bytes, Step atTheEnd) {
        this.left = bytes;
        this.atTheEnd = atTheEnd;
    }

    @Override
    public Step next(int length, long arrivedNanos) {
        return left > 0 ? Step.pass(left) : atTheEnd;
    }

    @Override
    public Step passed(int bytes) {
        left -= bytes;
        return left > 0 ? Step.FREE : atTheEnd;
    }
}
