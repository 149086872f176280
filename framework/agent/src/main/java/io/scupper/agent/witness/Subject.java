package io.scupper.agent.witness;

import org.jspecify.annotations.Nullable;

/** Which value of a call comes or goes. The kinds are named as those of {@code io.scupper.model.Witness.Kind}. */
final class Subject {

    private enum Kind {
        RECEIVER,
        RETURNED,
        ARGUMENT,
        ANY
    }

    private final Kind kind;
    private final int index;
    private final TypeFilter filter;

    Subject(String kind, int index, TypeFilter filter) {
        this.kind = Kind.valueOf(kind);
        this.index = index;
        this.filter = filter;
    }

    /** Tells whether it is known only when the call has returned. */
    boolean isOutcome() {
        return kind == Kind.RETURNED || kind == Kind.ANY;
    }

    /** Returns the value; null if it is null, of another type, or not there. */
    @Nullable
    Object of(@Nullable Object receiver, @Nullable Object[] arguments, @Nullable Object returned) {
        switch (kind) {
            case RECEIVER:
                return accepted(receiver);
            case RETURNED:
                return accepted(returned);
            case ARGUMENT:
                return index < arguments.length ? accepted(arguments[index]) : null;
            default:
                return first(arguments, returned);
        }
    }

    private @Nullable Object first(@Nullable Object[] arguments, @Nullable Object returned) {
        for (Object each : arguments) {
            Object accepted = accepted(each);
            if (accepted != null) {
                return accepted;
            }
        }
        return accepted(returned);
    }

    private @Nullable Object accepted(@Nullable Object value) {
        return value != null && filter.accepts(value) ? value : null;
    }
}
