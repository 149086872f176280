package io.scupper.agent.weave;

import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves alone, before anything else is asked, a class by which the JVM links lambdas while it is being loaded. Asking whether it is to
 * be woven reads class files, for which the JDK links lambdas of its own, and that link can need the very same class. The JVM keeps
 * the {@link ClassCircularityError} for good, and links nothing at that place ever again. Once loaded it is woven like any other.
 */
final class LinkageLeftAlone extends ResettableClassFileTransformer.WithDelegation {

    private static final String[] LINKAGE = {
        "java/lang/invoke/",
        "java/lang/constant/",
        "java/lang/classfile/",
        "sun/invoke/",
        "jdk/internal/classfile/",
        "jdk/internal/org/objectweb/asm/",
    };

    LinkageLeftAlone(ResettableClassFileTransformer transformer) {
        super(transformer);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] code)
            throws IllegalClassFormatException {
        return redefined == null && isLinkage(name)
                ? null
                : classFileTransformer.transform(module, loader, name, redefined, domain, code);
    }

    /** Links nothing itself: no lambda, no concatenation. */
    private static boolean isLinkage(@Nullable String name) {
        if (name != null) {
            for (String each : LINKAGE) {
                if (name.startsWith(each)) {
                    return true;
                }
            }
        }
        return false;
    }
}
