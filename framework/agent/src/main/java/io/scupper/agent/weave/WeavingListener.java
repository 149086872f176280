package io.scupper.agent.weave;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/** Notes how many methods were woven, and the first class that could not be. */
final class WeavingListener extends AgentBuilder.Listener.Adapter {

    private final List<Target> targets;

    /** By class and loader, because a class is transformed again whenever another fault is woven into it. */
    private final Map<String, Integer> methods = new ConcurrentHashMap<>();

    private volatile @Nullable String problem;

    WeavingListener(List<Target> targets) {
        this.targets = targets;
    }

    @Override
    public void onTransformation(
            TypeDescription type,
            @Nullable ClassLoader loader,
            @Nullable JavaModule module,
            boolean isLoaded,
            DynamicType result) {
        int count = 0;
        for (Target target : targets) {
            if (target.types().matches(type)) {
                count += type.getDeclaredMethods().filter(target.methods()).size();
            }
        }
        if (count > 0) {
            methods.put(type.getName() + "@" + System.identityHashCode(loader), count);
        }
    }

    @Override
    public void onError(
            String type, @Nullable ClassLoader loader, @Nullable JavaModule module, boolean isLoaded, Throwable error) {
        if (problem == null) {
            problem = "Class " + type + " could not be woven: " + error;
        }
    }

    /** Returns how many methods are woven now. */
    int sites() {
        int sum = 0;
        for (int each : methods.values()) {
            sum += each;
        }
        return sum;
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
