package io.scupper.agent.probe;

import io.scupper.agent.jvm.Reach;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way from an object to a value: calls without arguments and fields, joined by dots; two ways joined by
 * {@code " - "} are subtracted.
 */
final class Chain {

    private static final String MINUS = " - ";

    private final String text;
    private final Reach reach;

    Chain(String text, Reach reach) {
        this.text = text.strip();
        this.reach = reach;
    }

    /**
     * Reads a count; an empty chain counts 0.
     *
     * @throws IllegalStateException that names the chain, if it cannot be followed to a number
     */
    long count(Object start) {
        if (text.isEmpty()) {
            return 0;
        }
        int minus = text.indexOf(MINUS);
        if (minus < 0) {
            return number(start, text);
        }
        return number(start, text.substring(0, minus)) - number(start, text.substring(minus + MINUS.length()));
    }

    /**
     * Reads a name; an empty chain names nothing.
     *
     * @throws IllegalStateException that names the chain, if it cannot be followed
     */
    String name(Object start) {
        return text.isEmpty() ? "" : String.valueOf(end(start, text));
    }

    private long number(Object start, String way) {
        Object end = end(start, way);
        if (end instanceof Number) {
            return ((Number) end).longValue();
        }
        if (end instanceof Collection) {
            return ((Collection<?>) end).size();
        }
        if (end instanceof Map) {
            return ((Map<?, ?>) end).size();
        }
        throw new IllegalStateException("chain '" + text + "' gives " + end + ", which is no count");
    }

    private @Nullable Object end(Object start, String way) {
        try {
            return follow(start, way);
        } catch (ReflectiveOperationException | RuntimeException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalStateException("chain '" + text + "' cannot be followed: " + cause, e);
        }
    }

    private @Nullable Object follow(Object start, String way) throws ReflectiveOperationException {
        Object at = start;
        for (String step : way.strip().split("\\.")) {
            if (at == null) {
                throw new IllegalStateException("there is nothing to read '" + step + "' of");
            }
            at = step(at, step.strip());
        }
        return at;
    }

    private @Nullable Object step(Object on, String step) throws ReflectiveOperationException {
        if (!step.endsWith("()")) {
            return field(on, step);
        }
        String name = step.substring(0, step.length() - 2);
        Method method = method(on.getClass(), name);
        if (method == null) {
            throw new NoSuchMethodException(on.getClass().getName() + "#" + name);
        }
        return reach.open(method.getDeclaringClass(), method).invoke(on);
    }

    private static @Nullable Method method(@Nullable Class<?> type, String name) {
        if (type == null) {
            return null;
        }
        for (Method each : type.getDeclaredMethods()) {
            if (each.getParameterCount() == 0 && each.getName().equals(name) && !each.isBridge()) {
                return each;
            }
        }
        Method found = method(type.getSuperclass(), name);
        for (Class<?> each : type.getInterfaces()) {
            found = found != null ? found : method(each, name);
        }
        return found;
    }

    private @Nullable Object field(Object on, String name) throws ReflectiveOperationException {
        for (Class<?> type = on.getClass(); type != null; type = type.getSuperclass()) {
            for (Field each : type.getDeclaredFields()) {
                if (each.getName().equals(name) && !Modifier.isStatic(each.getModifiers())) {
                    return reach.open(type, each).get(on);
                }
            }
        }
        throw new NoSuchFieldException(on.getClass().getName() + "#" + name);
    }
}
