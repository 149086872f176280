package io.scupper.model;

import java.util.List;

/**
 * What the agent looks out for to tell who brought forth what stayed: calls by which something comes, with their stacks, and calls
 * by which it goes; data, so that a library's points are rows in a table. What came and neither went nor was collected has stayed. Where
 * it is a task that another thread takes up, what comes on that thread is told with the stack of both.
 *
 * @param id names it in the answer
 * @param comes calls by which something comes; not empty
 * @param begins calls by which a thread takes it up, until that takes up the next; empty for what is no task
 * @param goes calls by which it goes; may be empty, then only the garbage collector tells
 */
public record Witness(String id, List<Point> comes, List<Point> begins, List<Point> goes) {

    public Witness {
        comes = List.copyOf(comes);
        begins = List.copyOf(begins);
        goes = List.copyOf(goes);
    }

    /** Makes one of what is no task. */
    public Witness(String id, List<Point> comes, List<Point> goes) {
        this(id, comes, List.of(), goes);
    }

    /**
     * A call.
     *
     * @param joinPoint where; of a constructor the method is {@code <init>}
     * @param subject which value of the call is what comes or goes
     * @param ofType only calls whose subject is of a class of this name or below it; empty for any
     */
    public record Point(JoinPoint joinPoint, Subject subject, String ofType) {}

    /**
     * A value of a call.
     *
     * @param kind which
     * @param index of the argument, from 0; 0 otherwise
     */
    public record Subject(Kind kind, int index) {

        /** The object it was called on, or that it constructed. */
        public static final Subject RECEIVER = new Subject(Kind.RECEIVER, 0);

        /** What it returned. */
        public static final Subject RETURNED = new Subject(Kind.RETURNED, 0);

        /** Whichever of its arguments, or what it returned, is the first of the point's type. */
        public static final Subject ANY = new Subject(Kind.ANY, 0);

        /** Returns the one of an argument, from 0. */
        public static Subject argument(int index) {
            return new Subject(Kind.ARGUMENT, index);
        }
    }

    /** Which value of a call. */
    public enum Kind {
        RECEIVER,
        RETURNED,
        ARGUMENT,
        ANY
    }
}
