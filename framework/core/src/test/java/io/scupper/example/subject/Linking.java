package io.scupper.example.subject;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lambdas that are loaded at one time and linked at another. */
final class Linking {

    private final List<Supplier<?>> loaded = new ArrayList<>();

    /** Loads code with a lambda as often as is said, each time anew, and runs none of it. */
    String load(int times) throws IOException, ReflectiveOperationException {
        byte[] code;
        try (InputStream file = Linking.class.getResourceAsStream("Linking$Linked.class")) {
            code = file.readAllBytes();
        }
        for (int i = 0; i < times; i++) {
            var anew = new ClassLoader(null) {
                Class<?> define() {
                    return defineClass(Linked.class.getName(), code, 0, code.length);
                }
            };
            loaded.add((Supplier<?>) anew.define().getConstructor().newInstance());
        }
        return "";
    }

    /** Runs what was loaded, whereby the JVM links it; returns how many told the right thing. */
    int link() {
        int right = 0;
        for (Supplier<?> each : loaded) {
            right += "linked".equals(each.get()) ? 1 : 0;
        }
        return right;
    }

    /** Needs no class but those of the JDK. */
    public static final class Linked implements Supplier<String> {

        @Override
        public String get() {
            Supplier<String> lambda = () -> "linked";
            return lambda.get();
        }
    }
}
