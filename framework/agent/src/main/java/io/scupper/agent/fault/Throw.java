package io.scupper.agent.fault;

import io.scupper.agent.jvm.Reach;
import io.scupper.agent.weave.View;
import io.scupper.boot.Call;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Throws an exception of the subject's own class instead of a call. */
final class Throw extends Effect {

    private static final String MESSAGE = "Thrown by a fault of Scupper's.";

    private final String type;
    private final Reach reach;

    Throw(String type, Reach reach) {
        this.type = type;
        this.reach = reach;
    }

    @Override
    View view() {
        return View.THROW;
    }

    @Override
    Object apply(Call call, int maxHeld) {
        Throwable thrown;
        try {
            thrown = make(load(call.type.getClassLoader()));
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    "Exception " + type + " cannot be made in " + call.type.getName() + ": " + e, e);
        }
        thrown.setStackTrace(withoutOurs(thrown.getStackTrace()));
        return thrown;
    }

    private Class<? extends Throwable> load(@Nullable ClassLoader loader) throws ClassNotFoundException {
        try {
            return Class.forName(type, true, loader).asSubclass(Throwable.class);
        } catch (ClassNotFoundException e) {
            // A join point in the JDK may throw an exception of the application that calls it.
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return Class.forName(type, true, context).asSubclass(Throwable.class);
        }
    }

    private Throwable make(Class<? extends Throwable> exception) throws ReflectiveOperationException {
        try {
            Constructor<? extends Throwable> withMessage = exception.getDeclaredConstructor(String.class);
            return reach.open(exception, withMessage).newInstance(MESSAGE);
        } catch (NoSuchMethodException e) {
            return reach.open(exception, exception.getDeclaredConstructor()).newInstance();
        }
    }

    private static StackTraceElement[] withoutOurs(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .dropWhile(frame -> !frame.getClassName().startsWith("io.scupper.boot."))
                .dropWhile(frame -> frame.getClassName().startsWith("io.scupper.boot."))
                .toArray(StackTraceElement[]::new);
    }
}
