package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Classes that are made as places of the code are reached for the first time, and kept: so many, and no more. */
public final class GeneratedClasses implements Habit {

    private static final int EVERY = 20;

    private final List<IntSupplier> made = new ArrayList<>();
    private final Generator generator;
    private final int most;

    private GeneratedClasses(Generator generator, int most) {
        this.generator = generator;
        this.most = most;
    }

    /** Makes lambdas. */
    public static GeneratedClasses lambdas(int most) {
        return new GeneratedClasses(GeneratedClasses::lambda, most);
    }

    /** Makes proxies, each in a class loader of its own. */
    public static GeneratedClasses proxies(int most) {
        return new GeneratedClasses(GeneratedClasses::proxy, most);
    }

    @Override
    public Taken take(long operation) throws Exception {
        if (operation % EVERY == 0 && made.size() < most) {
            made.add(generator.next());
        }
        return NOTHING;
    }

    /** What {@code () -> 42} comes to, a new class at each call as if each stood at another place. */
    private static IntSupplier lambda() throws Exception {
        var lookup = MethodHandles.lookup();
        var type = MethodType.methodType(int.class);
        var site = LambdaMetafactory.metafactory(
                lookup,
                "getAsInt",
                MethodType.methodType(IntSupplier.class),
                type,
                lookup.findStatic(GeneratedClasses.class, "answer", type),
                type);
        try {
            return (IntSupplier) site.getTarget().invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("A lambda could not be made.", e);
        }
    }

    private static IntSupplier proxy() {
        var loader = new ClassLoader(GeneratedClasses.class.getClassLoader()) {};
        return (IntSupplier) Proxy.newProxyInstance(
                loader, new Class<?>[] {IntSupplier.class}, (proxy, method, arguments) -> answer());
    }

    private static int answer() {
        return 42;
    }

    private interface Generator {
        IntSupplier next() throws Exception;
    }
}
