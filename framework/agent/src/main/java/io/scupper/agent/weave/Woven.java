package io.scupper.agent.weave;

import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy.DiscoveryStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;

/** Sites that are woven, and the way to take them out again. */
public final class Woven {

    private final ResettableClassFileTransformer transformer;
    private final WeavingListener listener;
    private final List<Target> targets;
    private final LoadedClasses loaded;

    Woven(
            ResettableClassFileTransformer transformer,
            WeavingListener listener,
            List<Target> targets,
            LoadedClasses loaded) {
        this.transformer = transformer;
        this.listener = listener;
        this.targets = targets;
        this.loaded = loaded;
    }

    /** Returns how many methods of loaded classes are woven now. */
    public int sites() {
        return listener.sites();
    }

    void undo(Instrumentation instrumentation) {
        transformer.reset(
                instrumentation,
                RedefinitionStrategy.RETRANSFORMATION,
                new DiscoveryStrategy.Explicit(loaded.about(targets)));
    }
}
