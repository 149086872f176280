package io.scupper.agent.witness;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Which objects are of a class of some name, or below it. Remembers the classes it met weakly; keeps none of them loaded. */
final class TypeFilter {

    private static final int SLOTS = 256;

    private final String type;

    /** Threads may overwrite each other's; what is read is whole either way. */
    private final @Nullable Known[] known;

    /**
     * Makes a filter.
     *
     * @param type full name of a class or interface; empty for any
     */
    TypeFilter(String type) {
        this.type = type;
        this.known = new Known[type.isEmpty() ? 0 : SLOTS];
    }

    boolean accepts(Object object) {
        if (type.isEmpty()) {
            return true;
        }
        Class<?> its = object.getClass();
        int slot = System.identityHashCode(its) & (SLOTS - 1);
        Known remembered = known[slot];
        if (remembered == null || remembered.get() != its) {
            remembered = new Known(its, isBelow(its));
            known[slot] = remembered;
        }
        return remembered.isMeant;
    }

    private boolean isBelow(@Nullable Class<?> its) {
        for (Class<?> each = its; each != null; each = each.getSuperclass()) {
            if (each.getName().equals(type)) {
                return true;
            }
            for (Class<?> one : each.getInterfaces()) {
                if (isBelow(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final class Known extends WeakReference<Class<?>> {

        final boolean isMeant;

        Known(Class<?> its, boolean isMeant) {
            super(its);
            this.isMeant = isMeant;
        }
    }
}
