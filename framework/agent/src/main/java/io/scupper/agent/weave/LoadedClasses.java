package io.scupper.agent.weave;

import io.scupper.agent.jvm.Own;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds the loaded classes that targets are about, and says what is wrong with a target that fits none of their methods. */
final class LoadedClasses {

    private static final int NAMES_SHOWN = 20;

    private final Instrumentation instrumentation;

    LoadedClasses(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Returns the classes that have a method to be woven. */
    Set<Class<?>> about(List<Target> targets) {
        var found = new LinkedHashSet<Class<?>>();
        for (Target target : targets) {
            for (Class<?> each : candidates(target)) {
                if (hasMethod(each, target, true)) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    /**
     * Makes sure that each target whose class is loaded has a method.
     *
     * @throws IllegalArgumentException if one has not, naming those it has
     */
    void requireMethods(List<Target> targets) {
        for (Target target : targets) {
            List<Class<?>> candidates = candidates(target);
            boolean declared = candidates.stream().anyMatch(each -> hasMethod(each, target, false));
            boolean weavable = candidates.stream().anyMatch(each -> hasMethod(each, target, true));
            // Below an interface the classes that implement the method may be yet to come.
            boolean isRight = target.subtypes ? declared : weavable;
            if (!candidates.isEmpty() && !isRight) {
                throw new IllegalArgumentException(complaint(target, candidates, declared));
            }
        }
    }

    private List<Class<?>> candidates(Target target) {
        var candidates = new ArrayList<Class<?>>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (!each.isArray() && !each.isPrimitive() && target.isAbout(each) && !Own.owns(each.getName())) {
                candidates.add(each);
            }
        }
        return candidates;
    }

    private boolean hasMethod(Class<?> type, Target target, boolean weavable) {
        for (Executable method : target.isConstructor() ? constructors(type) : methods(type)) {
            if (target.fits(method) && (!weavable || Target.isWeavable(method))) {
                return !weavable || instrumentation.isModifiableClass(type);
            }
        }
        return false;
    }

    private static String complaint(Target target, List<Class<?>> candidates, boolean declared) {
        String what = declared
                ? " has no body that could be woven: it is abstract, native or of a hidden class. Name the class that"
                        + " implements it, or ask for subtypes."
                : " does not exist.";
        return "Join point " + target + what + " " + target.type + " has: " + names(target, candidates) + ".";
    }

    /** Lists the similar methods, or all when none is similar. */
    private static String names(Target target, List<Class<?>> candidates) {
        var all = new TreeSet<String>();
        var similar = new TreeSet<String>();
        for (Class<?> candidate : candidates) {
            for (Class<?> each = candidate; each != null && each != Object.class; each = each.getSuperclass()) {
                for (Method method : methods(each)) {
                    String shown = method.getName() + "/" + method.getParameterCount()
                            + (each == candidate ? "" : " (declared in " + each.getName() + ")");
                    all.add(shown);
                    if (isSimilar(method.getName(), target.method)) {
                        similar.add(shown);
                    }
                }
            }
        }
        Set<String> shown = similar.isEmpty() ? all : similar;
        var text = new StringBuilder();
        int left = NAMES_SHOWN;
        for (String each : shown) {
            if (left-- == 0) {
                return text + ", …";
            }
            text.append(text.length() == 0 ? "" : ", ").append(each);
        }
        return text.length() == 0 ? "no methods" : text.toString();
    }

    private static boolean isSimilar(String name, String wanted) {
        String one = name.toLowerCase(Locale.ROOT);
        String other = wanted.toLowerCase(Locale.ROOT).replace("*", "");
        return one.contains(other) || other.contains(one);
    }

    /** A class whose method mentions a type that is not on the class path cannot be looked at; it is passed over. */
    private static Method[] methods(Class<?> type) {
        try {
            return type.getDeclaredMethods();
        } catch (LinkageError e) {
            return new Method[0];
        }
    }

    private static Constructor<?>[] constructors(Class<?> type) {
        try {
            return type.getDeclaredConstructors();
        } catch (LinkageError e) {
            return new Constructor<?>[0];
        }
    }
}
