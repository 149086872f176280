package io.scupper.agent.weave;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** Which methods of which classes a site stands at. A method's name may end in {@code *}: any name that begins so. */
public final class Target {

    final String type;
    final boolean subtypes;
    final String method;
    final int parameters;

    /**
     * Makes a target.
     *
     * @param parameters how many the method has, or -1 for any
     * @throws IllegalArgumentException if {@code method} is a constructor
     */
    public Target(String type, boolean subtypes, String method, int parameters) {
        if (method.startsWith("<")) {
            throw new IllegalArgumentException(
                    "Join point " + type + "#" + method + " is a constructor; allowed are methods only.");
        }
        this.type = type;
        this.subtypes = subtypes;
        this.method = method;
        this.parameters = parameters;
    }

    /** Tells whether a loaded class is of this target's types, whatever its methods. */
    boolean isAbout(Class<?> candidate) {
        if (candidate.getName().equals(type)) {
            return true;
        }
        return subtypes && hasSupertype(candidate);
    }

    boolean fits(Method candidate) {
        return hasName(candidate.getName()) && (parameters < 0 || candidate.getParameterCount() == parameters);
    }

    /** Tells whether a method has a body of its own that can be woven; a bridge only calls the one that is meant. */
    static boolean isWeavable(Method candidate) {
        return !candidate.isBridge() && (candidate.getModifiers() & (Modifier.ABSTRACT | Modifier.NATIVE)) == 0;
    }

    ElementMatcher.Junction<TypeDescription> types() {
        ElementMatcher.Junction<TypeDescription> exactly = ElementMatchers.named(type);
        return subtypes ? exactly.or(ElementMatchers.hasSuperType(ElementMatchers.named(type))) : exactly;
    }

    ElementMatcher.Junction<MethodDescription> methods() {
        ElementMatcher.Junction<MethodDescription> named =
                isPrefix() ? ElementMatchers.nameStartsWith(prefix()) : ElementMatchers.named(method);
        ElementMatcher.Junction<MethodDescription> weavable = named.and(ElementMatchers.isMethod())
                .and(ElementMatchers.not(ElementMatchers.isBridge()))
                .and(ElementMatchers.not(ElementMatchers.isAbstract()))
                .and(ElementMatchers.not(ElementMatchers.isNative()));
        return parameters < 0 ? weavable : weavable.and(ElementMatchers.takesArguments(parameters));
    }

    private boolean hasName(String name) {
        return isPrefix() ? name.startsWith(prefix()) : name.equals(method);
    }

    private boolean isPrefix() {
        return method.endsWith("*");
    }

    private String prefix() {
        return method.substring(0, method.length() - 1);
    }

    private boolean hasSupertype(Class<?> candidate) {
        for (Class<?> each = candidate; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(type)) {
                return true;
            }
            for (Class<?> one : each.getInterfaces()) {
                if (one.getName().equals(type) || hasSupertype(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return type + "#" + method + (parameters < 0 ? "" : " with " + parameters + " parameters");
    }
}
