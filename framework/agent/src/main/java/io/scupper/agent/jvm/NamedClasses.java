package io.scupper.agent.jvm;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a class has been loaded whose name begins as asked. As long as none has, none can stand on a stack, which then need
 * not be walked: a walk takes microseconds, this a read.
 */
final class NamedClasses implements ClassFileTransformer {

    private final String prefix;
    private final String internalPrefix;
    private volatile boolean areLoaded;

    private NamedClasses(String prefix) {
        this.prefix = prefix;
        this.internalPrefix = prefix.replace('.', '/');
    }

    static NamedClasses watch(String prefix, Instrumentation instrumentation) {
        var classes = new NamedClasses(prefix);
        // First those to come and then those that are there, so that none is missed between.
        instrumentation.addTransformer(classes);
        classes.lookAt(instrumentation.getAllLoadedClasses());
        return classes;
    }

    boolean areLoaded() {
        return areLoaded;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        if (name != null && name.startsWith(internalPrefix)) {
            areLoaded = true;
        }
        return null;
    }

    private void lookAt(Class<?>[] loaded) {
        for (int i = 0; i < loaded.length && !areLoaded; i++) {
            if (loaded[i].getName().startsWith(prefix)) {
                areLoaded = true;
            }
        }
    }
}
