package io.scupper.example.subject;

/** Adds something to a lease's close, and leaves the rest to it. */
final class SubLease extends Lease {

    @Override
    public void close() {
        super.close();
    }
}
