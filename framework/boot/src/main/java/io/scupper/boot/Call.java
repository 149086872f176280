package io.scupper.boot;

import org.jspecify.annotations.Nullable;

/** One call of a woven method. Made only while a fault is armed, and garbage soon after unless it is withheld. */
public final class Call {

    /** The class that declares the method. */
    public final Class<?> type;

    /** The method's name and descriptor, for example {@code close()V}. */
    public final String method;

    /** The object it was called on; null for a static method. */
    public final @Nullable Object receiver;

    /** The arguments, primitives boxed. */
    public final @Nullable Object[] arguments;

    public Call(Class<?> type, String method, @Nullable Object receiver, @Nullable Object[] arguments) {
        this.type = type;
        this.method = method;
        this.receiver = receiver;
        this.arguments = arguments;
    }
}
