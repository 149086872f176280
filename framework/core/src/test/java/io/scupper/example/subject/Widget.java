package io.scupper.example.subject;

/** Something to be counted and retained. */
public final class Widget {

    final long number;

    Widget(long number) {
        this.number = number;
    }
}
