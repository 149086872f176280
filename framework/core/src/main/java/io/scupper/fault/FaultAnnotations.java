package io.scupper.fault;

import io.scupper.model.ScupperException;
import io.scupper.spi.FaultId;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Reads the faults that a test class or method is annotated with. */
public final class FaultAnnotations {

    private FaultAnnotations() {}

    /**
     * Returns them in the order in which they are written: every annotation that carries {@link FaultId}, {@link Inject},
     * several of either in their container, and those that an annotation of the user's own is annotated with.
     *
     * @throws ScupperException if {@link Inject#with} is not made of {@code name=value}
     */
    public static List<FaultSpec> on(AnnotatedElement element) {
        var found = new ArrayList<FaultSpec>();
        collect(element.getAnnotations(), found, new HashSet<>());
        return found;
    }

    private static void collect(Annotation[] annotations, List<FaultSpec> found, Set<Class<?>> seen) {
        for (Annotation annotation : annotations) {
            Class<? extends Annotation> type = annotation.annotationType();
            FaultId id = type.getAnnotation(FaultId.class);
            if (annotation instanceof Inject inject) {
                found.add(injected(inject));
            } else if (id != null) {
                found.add(attributes(annotation, new FaultSpec(id.value(), java.util.Map.of())));
            } else if (contained(annotation) instanceof Annotation[] several) {
                collect(several, found, seen);
            } else if (!type.getName().startsWith("java.lang.") && seen.add(type)) {
                collect(type.getAnnotations(), found, seen);
            }
        }
    }

    private static FaultSpec injected(Inject inject) {
        FaultSpec spec = Faults.of(inject.value());
        for (String pair : inject.with()) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ScupperException(
                        "@Inject(\"%s\") is given with '%s'. Allowed is name=value, such as 'times=40'."
                                .formatted(inject.value(), pair));
            }
            spec = spec.with(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return spec;
    }

    private static FaultSpec attributes(Annotation annotation, FaultSpec spec) {
        FaultSpec complete = spec;
        for (Method attribute : annotation.annotationType().getDeclaredMethods()) {
            complete = complete.with(attribute.getName(), inWords(read(annotation, attribute)));
        }
        return complete;
    }

    /** Returns what a container contains, or null if this is none. */
    private static @org.jspecify.annotations.Nullable Object contained(Annotation annotation) {
        try {
            Method value = annotation.annotationType().getDeclaredMethod("value");
            return Annotation.class.isAssignableFrom(componentOf(value)) ? read(annotation, value) : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Class<?> componentOf(Method value) {
        Class<?> component = value.getReturnType().getComponentType();
        return component == null ? void.class : component;
    }

    /** Writes an attribute; the parts of an array are lines, because a comma may be a part of what they say. */
    private static String inWords(Object value) {
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        if (value.getClass().isArray()) {
            var lines = new StringJoiner("\n");
            for (int i = 0; i < Array.getLength(value); i++) {
                lines.add(inWords(Array.get(value, i)));
            }
            return lines.toString();
        }
        return value.toString();
    }

    private static Object read(Annotation annotation, Method attribute) {
        try {
            // The annotation may be private to a test class.
            attribute.setAccessible(true);
            return attribute.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new ScupperException(
                    "Attribute '%s' of %s could not be read.".formatted(attribute.getName(), annotation), e);
        }
    }
}
