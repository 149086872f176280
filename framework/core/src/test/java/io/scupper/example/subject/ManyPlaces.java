package io.scupper.example.subject;

import java.util.List;

/** Widgets from as many stacks as wanted, made of two methods. */
final class ManyPlaces {

    private final List<Object> kept;

    ManyPlaces(List<Object> kept) {
        this.kept = kept;
    }

    /** Each from a stack of its own: which of two methods was called, eleven times and more. */
    Object keep(int places) {
        for (int i = 0; i < places; i++) {
            left(i, Integer.SIZE - Integer.numberOfLeadingZeros(places));
        }
        return places;
    }

    private void left(int path, int depth) {
        turn(path, depth);
    }

    private void right(int path, int depth) {
        turn(path, depth);
    }

    private void turn(int path, int depth) {
        if (depth == 0) {
            kept.add(new Widget(path));
        } else if ((path & 1) == 0) {
            left(path >> 1, depth - 1);
        } else {
            right(path >> 1, depth - 1);
        }
    }
}
