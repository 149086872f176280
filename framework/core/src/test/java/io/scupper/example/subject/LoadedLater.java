package io.scupper.example.subject;

/** Not loaded before the subject is told to. */
public final class LoadedLater {

    @Override
    public String toString() {
        return "later";
    }
}
