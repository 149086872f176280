package io.scupper.heap.shape;

import io.scupper.heap.graph.Field;
import io.scupper.heap.graph.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the JDK's collections: which fields are their inside, and which lead to what people put in. */
public final class Collections {

    private final Set<Field> inside = new HashSet<>();
    private final Map<Field, Label.Kind> payloads = new HashMap<>();
    private final Set<String> nodes = new HashSet<>();
    private final Set<String> wholes = new HashSet<>();
    private final Set<String> sets = new HashSet<>();

    private Collections() {}

    /** Reads the list. */
    public static Collections read() {
        var collections = new Collections();
        for (String row : Rows.of("collections.txt")) {
            String[] words = row.split(" ");
            for (int i = 1; i < words.length; i++) {
                collections.add(words[0], words[i]);
            }
        }
        return collections;
    }

    /** Returns how instances of a class with these fields are to be looked at. */
    public Type.Traits traits(String type, List<Field> fields, boolean own) {
        boolean whole = wholes.contains(type);
        boolean inner = !whole && (nodes.contains(type) || fields.stream().anyMatch(payloads::containsKey));
        boolean collection = whole || !inner && fields.stream().anyMatch(inside::contains);
        return new Type.Traits(own, inner, collection);
    }

    /** Tells whether a field leads on within its collection. */
    boolean isInside(Field field) {
        return inside.contains(field);
    }

    /** Returns what a field of a collection's part leads to, or null if that is not what people put in. */
    Label.@Nullable Kind payload(Field field) {
        return payloads.get(field);
    }

    /** Tells whether a collection is a set: the keys that it has inside are its elements. */
    boolean isSet(List<Field> fields) {
        return fields.stream().anyMatch(field -> sets.contains(field.owner()));
    }

    private void add(String type, String word) {
        int equals = word.indexOf('=');
        if (word.equals("node")) {
            nodes.add(type);
        } else if (word.equals("whole")) {
            wholes.add(type);
        } else if (word.equals("set")) {
            sets.add(type);
        } else if (equals > 0) {
            var kind = Label.Kind.valueOf(word.substring(equals + 1).toUpperCase(Locale.ROOT));
            payloads.put(new Field(type, word.substring(0, equals)), kind);
        } else {
            inside.add(new Field(type, word));
        }
    }
}
