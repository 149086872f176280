package io.scupper.agent.weave;

import io.scupper.agent.jvm.Own;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy.DiscoveryStrategy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.NamedElement;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;

/** Weaves sites into classes, those loaded and those to come. Until the first call nothing of the JVM is changed. */
public final class Weaver {

    private static final ElementMatcher<NamedElement> OWN = type -> Own.owns(type.getActualName());

    private final Instrumentation instrumentation;
    private final LoadedClasses loaded;

    static {
        // Byte Buddy then leaves sun.misc.Unsafe alone, of which JDK 24 and later complain on standard error. Packing
        // relocates this name as well, so that a copy of the subject's own does not see the property.
        System.setProperty("net.bytebuddy.safe", "true");
        // Asked by the transformer about each class that is loaded: it must not be asked about itself.
        Own.owns("");
    }

    public Weaver(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
        this.loaded = new LoadedClasses(instrumentation);
    }

    /**
     * Weaves; blocks until the loaded classes are changed, some milliseconds each and half a second for the first.
     *
     * @param sites the numbers of the sites by where they stand, in order
     * @throws IllegalArgumentException if a loaded class has no such method; nothing is changed then
     * @throws IllegalStateException if the JVM refused a class; nothing stays changed then
     */
    public Woven weave(Map<Integer, Target> sites, View view) {
        require(List.copyOf(sites.values()));
        return weaveWhatIsThere(sites, view);
    }

    /**
     * Makes sure that each target whose class is loaded has a method.
     *
     * @throws IllegalArgumentException if one has not, naming those it has
     */
    public void require(List<Target> targets) {
        loaded.requireMethods(targets);
    }

    /** As {@link #weave}, and passes over targets that fit no method: calls that a version of a library does not have. */
    public Woven weaveWhatIsThere(Map<Integer, Target> sites, View view) {
        List<Target> targets = List.copyOf(sites.values());
        Set<Class<?>> classes = loaded.about(targets);
        var watch = new WeavingListener(targets);
        AgentBuilder builder = builder(classes).with(watch);
        for (Map.Entry<Integer, Target> each : new LinkedHashMap<>(sites).entrySet()) {
            Target target = each.getValue();
            var advice = Advice.withCustomMapping()
                    .bind(SiteNumber.class, each.getKey())
                    .to(view.advice)
                    .on(target.methods());
            builder = builder.type(target.types()).transform((type, a, b, c, d) -> type.visit(advice));
        }
        var woven = new Woven(builder.installOn(instrumentation), watch, targets, loaded);
        weaveMeanwhileLoaded(targets, classes);
        watch.problem().ifPresent(problem -> {
            undo(woven);
            throw new IllegalStateException(problem);
        });
        return woven;
    }

    /** Gives the classes their original code back; blocks until that is done. */
    public void undo(Woven woven) {
        woven.undo(instrumentation);
    }

    /** Weaving itself needs classes of the JDK, and what is loaded by a transformer is not shown to it. */
    private void weaveMeanwhileLoaded(List<Target> targets, Set<Class<?>> classes) {
        Set<Class<?>> since = loaded.about(targets);
        since.removeAll(classes);
        if (!since.isEmpty()) {
            try {
                instrumentation.retransformClasses(since.toArray(new Class<?>[0]));
            } catch (UnmodifiableClassException e) {
                throw new IllegalStateException("A class that can be modified could not be: " + e, e);
            }
        }
    }

    private AgentBuilder builder(Set<Class<?>> classes) {
        return new AgentBuilder.Default(new ByteBuddy().with(TypeValidation.DISABLED))
                .disableClassFormatChanges()
                .with(LinkageLeftAlone::new)
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .with(new DiscoveryStrategy.Explicit(classes))
                .ignore(OWN);
    }
}
