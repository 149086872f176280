package io.scupper.agent.weave;

import io.scupper.control.Line;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/** Which methods of which classes a site stands at. A method's name may end in {@code *}: any name that begins so. */
public final class Target {

    private static final String CONSTRUCTOR = "<init>";

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
        this(type, subtypes, method, parameters, false);
    }

    private Target(String type, boolean subtypes, String method, int parameters, boolean mayConstruct) {
        if (method.startsWith("<") && !(mayConstruct && method.equals(CONSTRUCTOR))) {
            throw new IllegalArgumentException("Join point " + type + "#" + method + " is a constructor; allowed are "
                    + (mayConstruct ? "methods and " + CONSTRUCTOR + "." : "methods only."));
        }
        this.type = type;
        this.subtypes = subtypes;
        this.method = method;
        this.parameters = parameters;
    }

    /** Reads a target of a line, from the field on that has the type. */
    public static Target of(Line line, int from) {
        return new Target(
                line.text(from),
                Boolean.parseBoolean(line.text(from + 1)),
                line.text(from + 2),
                Math.toIntExact(line.number(from + 3)));
    }

    /** Makes a target that may be a constructor too, for a site that sees what is constructed: {@link View#OUTCOME}. */
    public static Target orConstructor(String type, boolean subtypes, String method, int parameters) {
        return new Target(type, subtypes, method, parameters, true);
    }

    /** Returns the name of the type, or of the supertype. */
    public String typeName() {
        return type;
    }

    /** Tells whether a type that need not be loaded has such a method; of a supertype an abstract one is enough. */
    public boolean isDeclaredBy(TypeDescription candidate) {
        return !candidate
                .getDeclaredMethods()
                .filter(subtypes ? counted(named()) : methods())
                .isEmpty();
    }

    /** Tells whether it is a constructor. */
    public boolean isConstructor() {
        return method.equals(CONSTRUCTOR);
    }

    /** Tells whether a loaded class is of this target's types, whatever its methods. */
    boolean isAbout(Class<?> candidate) {
        if (candidate.getName().equals(type)) {
            return true;
        }
        return subtypes && hasSupertype(candidate);
    }

    boolean fits(Executable candidate) {
        return hasName(candidate instanceof Constructor ? CONSTRUCTOR : candidate.getName())
                && (parameters < 0 || candidate.getParameterCount() == parameters);
    }

    /** Tells whether a method has a body of its own that can be woven; a bridge only calls the one that is meant. */
    static boolean isWeavable(Executable candidate) {
        boolean isBridge = candidate instanceof Method && ((Method) candidate).isBridge();
        return !isBridge && (candidate.getModifiers() & (Modifier.ABSTRACT | Modifier.NATIVE)) == 0;
    }

    ElementMatcher.Junction<TypeDescription> types() {
        ElementMatcher.Junction<TypeDescription> exactly = ElementMatchers.named(type);
        return subtypes ? exactly.or(ElementMatchers.hasSuperType(ElementMatchers.named(type))) : exactly;
    }

    ElementMatcher.Junction<MethodDescription> methods() {
        ElementMatcher.Junction<MethodDescription> weavable = named().and(
                        ElementMatchers.not(ElementMatchers.isBridge()))
                .and(ElementMatchers.not(ElementMatchers.isAbstract()))
                .and(ElementMatchers.not(ElementMatchers.isNative()));
        return counted(weavable);
    }

    private ElementMatcher.Junction<MethodDescription> counted(ElementMatcher.Junction<MethodDescription> methods) {
        return parameters < 0 ? methods : methods.and(ElementMatchers.takesArguments(parameters));
    }

    private ElementMatcher.Junction<MethodDescription> named() {
        if (isConstructor()) {
            return ElementMatchers.isConstructor();
        }
        return ElementMatchers.<MethodDescription>isMethod()
                .and(isPrefix() ? ElementMatchers.nameStartsWith(prefix()) : ElementMatchers.named(method));
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
