package io.scupper.agent.library;

import io.scupper.agent.weave.Target;
import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** A library that a runner asks about: the class it is recognised by, and the methods it should have. */
final class AskedLibrary {

    final String anchor;
    final String coordinates;
    private final List<Target> targets = new ArrayList<>();

    private AskedLibrary(Line line) {
        this.anchor = line.text(0);
        this.coordinates = line.text(1);
    }

    static List<AskedLibrary> all(List<Line> request) {
        var all = new ArrayList<AskedLibrary>();
        for (Line line : request) {
            if (line.keyword().equals(Verbs.LIBRARY)) {
                all.add(new AskedLibrary(line));
            } else if (line.keyword().equals(Verbs.JOIN_POINT) && !all.isEmpty()) {
                all.get(all.size() - 1).targets.add(Target.of(line, 1));
            } else {
                throw new IllegalArgumentException("Line '" + line.keyword() + "' is not part of a library.");
            }
        }
        return all;
    }

    /** Returns for each method whether a class loader has it: {@code FITS}, {@code DIFFERS} or {@code ABSENT}, with its type. */
    List<String> fitsIn(@Nullable ClassLoader loader) {
        TypePool types = TypePool.Default.of(
                loader == null
                        ? ClassFileLocator.ForClassLoader.ofSystemLoader()
                        : ClassFileLocator.ForClassLoader.of(loader));
        var fits = new ArrayList<String>();
        for (Target each : targets) {
            fits.add(fit(each, types));
        }
        return fits;
    }

    private static String fit(Target target, TypePool types) {
        TypePool.Resolution found = types.describe(target.typeName());
        if (!found.isResolved()) {
            return "ABSENT";
        }
        TypeDescription type = found.resolve();
        return target.isDeclaredBy(type) ? "FITS" : "DIFFERS";
    }
}
