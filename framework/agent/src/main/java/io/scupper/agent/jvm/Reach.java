package io.scupper.agent.jvm;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reaches members of the subject's and the JDK's classes, public or not, by opening their packages to the agent. */
public final class Reach {

    private final Instrumentation instrumentation;

    public Reach(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Makes a member accessible, opening its package when need be. */
    public <T extends AccessibleObject> T open(Class<?> owner, T member) {
        openPackage(owner);
        member.setAccessible(true);
        return member;
    }

    /**
     * Returns a handle that runs the body of exactly this class's method, not of one that overrides it.
     *
     * @param method name and descriptor, for example {@code close()V}
     */
    public MethodHandle exactly(Class<?> type, String method) throws ReflectiveOperationException {
        openPackage(type);
        for (Method each : type.getDeclaredMethods()) {
            if (method.equals(each.getName() + descriptor(each))) {
                each.setAccessible(true);
                var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                return Modifier.isStatic(each.getModifiers())
                        ? lookup.unreflect(each)
                        : lookup.unreflectSpecial(each, type);
            }
        }
        throw new NoSuchMethodException(type.getName() + "#" + method);
    }

    /** Returns how many bytes an object takes, without what it refers to. */
    public long sizeOf(@Nullable Object object) {
        return object == null ? 0 : instrumentation.getObjectSize(object);
    }

    private static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .toMethodDescriptorString();
    }

    private void openPackage(Class<?> type) {
        Module theirs = type.getModule();
        Module ours = Reach.class.getModule();
        if (theirs.isNamed() && !theirs.isOpen(type.getPackageName(), ours)) {
            instrumentation.redefineModule(
                    theirs, Set.of(), Map.of(), Map.of(type.getPackageName(), Set.of(ours)), Set.of(), Map.of());
        }
    }
}
