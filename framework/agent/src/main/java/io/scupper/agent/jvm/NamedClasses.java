package io.scupper.agent.jvm;

import io.scupper.boot.Gate;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Opens a gate once a class is loaded whose name begins as asked. Until then none can stand on a stack, which need not be walked: a
 * walk takes microseconds, the gate a read.
 */
final class NamedClasses implements ClassFileTransformer {

    final Gate loaded = new Gate();
    private final String prefix;
    private final String internalPrefix;

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

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        if (name != null && name.startsWith(internalPrefix)) {
            loaded.open = true;
        }
        return null;
    }

    private void lookAt(Class<?>[] classes) {
        for (int i = 0; i < classes.length && !loaded.open; i++) {
            if (classes[i].getName().startsWith(prefix)) {
                loaded.open = true;
            }
        }
    }
}
