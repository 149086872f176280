package io.scupper.agent.library;

import io.scupper.control.Line;
import io.scupper.control.Verbs;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Answers which of the libraries asked for are loaded, once for each class loader that has loaded one. */
public final class Libraries {

    private final Instrumentation instrumentation;

    public Libraries(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Reads a request's lines, a library and its methods each, and returns one line for each that is loaded.
     *
     * @throws IllegalArgumentException if a line is malformed, or a method has no library before it
     */
    public List<Line> read(List<Line> request) {
        List<AskedLibrary> asked = AskedLibrary.all(request);
        var answer = new ArrayList<Line>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            for (int i = 0; i < asked.size(); i++) {
                if (each.getName().equals(asked.get(i).anchor)) {
                    answer.add(line(i, asked.get(i), each));
                }
            }
        }
        return answer;
    }

    private static Line line(int number, AskedLibrary asked, Class<?> anchor) {
        var jar = JarVersion.of(anchor, asked.coordinates);
        var fields = new ArrayList<Object>(List.of(number, jar.version, jar.name));
        fields.addAll(asked.fitsIn(anchor.getClassLoader()));
        return Line.of(Verbs.LIBRARY, fields.toArray());
    }
}
