package io.scupper.heap.dump;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A first look at all records of the heap: which classes, objects and roots are there, and how many references? Then arrays of the
 * right length can be made for what is read next. Objects are numbered: first the classes, then the others by their addresses.
 */
final class Census implements HeapRecords.Visitor {

    private final Records in;
    private final Numbering classes = new Numbering();
    private final Addresses addresses = new Addresses();
    private final List<RootRecord> roots = new ArrayList<>();
    private @Nullable TypeRecord[] types = new TypeRecord[64];

    /** How many instances there are of each class. */
    private long[] instances = new long[64];

    private long elements;
    private int objects;

    private Census(Records in) {
        this.in = in;
    }

    /** Takes it. */
    static Census of(HeapRecords heap) throws IOException {
        var census = new Census(heap.in());
        heap.show(census);
        census.objects = census.addresses.count();
        return census;
    }

    /** Returns the classes by their numbers. */
    List<TypeRecord> types() throws StreamCorruptedException {
        List<TypeRecord> all = new ArrayList<>(classes.size());
        for (int i = 0; i < classes.size(); i++) {
            TypeRecord type = types[i];
            if (type == null) {
                throw new StreamCorruptedException(
                        "there are " + instances[i] + " instances of a class that is not there");
            }
            all.add(type);
        }
        return all;
    }

    /** Returns the number of a class, or -1. */
    int type(long id) {
        return classes.find(id);
    }

    /** Returns the number of an object, or -1 for none and for what the dump does not have. */
    int number(long id) {
        int number = addresses.number(id);
        return number < 0 ? classes.find(id) : classes.size() + number;
    }

    /** Returns how many objects there are, classes included. */
    int objects() {
        return Math.addExact(classes.size(), objects);
    }

    long instances(int type) {
        return instances[type];
    }

    /** Returns how many elements of arrays are not null, and how many arrays there are, twice. */
    long elements() {
        return elements;
    }

    List<RootRecord> roots() {
        return roots;
    }

    @Override
    public void root(RootRecord root) {
        if (root.id() != 0) {
            roots.add(root);
        }
    }

    @Override
    public void type(TypeRecord type) {
        int number = classNumber(type.id);
        types[number] = type;
    }

    @Override
    public void instance(long id, long type, long bytes) throws IOException {
        addresses.add(id);
        instances[classNumber(type)]++;
    }

    @Override
    public void array(long id, long type, long length) throws IOException {
        addresses.add(id);
        classNumber(type);
        elements += 2;
        for (long left = length; left > 0; left--) {
            if (in.id() != 0) {
                elements++;
            }
        }
    }

    @Override
    public void numbers(long id, int kind, long length) throws IOException {
        addresses.add(id);
    }

    private int classNumber(long id) {
        int number = classes.add(id);
        if (number == types.length) {
            types = Arrays.copyOf(types, 2 * number);
            instances = Arrays.copyOf(instances, 2 * number);
        }
        return number;
    }
}
