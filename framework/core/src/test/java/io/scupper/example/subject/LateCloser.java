package io.scupper.example.subject;

/** Closes a lease as it is made. Not loaded before the subject is told to. */
public final class LateCloser {

    LateCloser() {
        new Lease().close();
    }

    @Override
    public String toString() {
        return "closed";
    }
}
