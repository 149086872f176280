package io.scupper.model;

/**
 * What the agent does at a join point.
 *
 * @param argument milliseconds for {@link Kind#DELAY}, an exception's class name for {@link Kind#THROW}, what to keep for
 *     {@link Kind#RETAIN} ({@code this}, {@code return} or {@code 0}, {@code 1}, … for an argument), otherwise empty
 */
public record Effect(Kind kind, String argument) {

    /** Leave the call out; it can be made up for by {@code compensate}. */
    public static Effect skip() {
        return new Effect(Kind.SKIP, "");
    }

    /** Let the call wait this long. */
    public static Effect delay(long millis) {
        return new Effect(Kind.DELAY, Long.toString(millis));
    }

    /** Let the call wait until it is compensated or, when {@code interruptible}, its thread is interrupted. */
    public static Effect park(boolean interruptible) {
        return new Effect(interruptible ? Kind.PARK : Kind.PARK_FIRMLY, "");
    }

    /** Throw an exception of this class, made with one message or without arguments. */
    public static Effect fail(String exceptionClass) {
        return new Effect(Kind.THROW, exceptionClass);
    }

    /** Keep something of the call alive. */
    public static Effect retain(String what) {
        return new Effect(Kind.RETAIN, what);
    }

    /** The handful of effects there are. */
    public enum Kind {
        SKIP,
        DELAY,
        PARK,
        PARK_FIRMLY,
        THROW,
        RETAIN
    }
}
