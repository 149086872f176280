package io.scupper.junit;

import io.scupper.engine.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a test method as an operation: called again and again, on the same instance with the same arguments. */
final class TestBody implements Operation {

    private final Method method;
    private final @Nullable Object target;
    private final Object[] arguments;

    private TestBody(Method method, @Nullable Object target, List<Object> arguments) {
        this.method = method;
        this.target = target;
        this.arguments = arguments.toArray();
        method.setAccessible(true);
    }

    /** Returns the body of a method; {@link Operation#NONE} if there is nothing in it. */
    static Operation of(Method method, @Nullable Object target, List<Object> arguments) {
        return EmptyBody.in(method) ? Operation.NONE : new TestBody(method, target, arguments);
    }

    @Override
    public void run() throws Throwable {
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
