package com.acme;

import io.scupper.testsubject.Keeper;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** What nothing holds in earnest. */
final class Faint {

    static final List<SoftReference<Thumbnail>> THUMBNAILS = new ArrayList<>();
    static final Map<Tag, String> TAGS = new WeakHashMap<>();

    private Faint() {}

    static void round(int from, int to) {
        for (int i = from; i < to; i++) {
            THUMBNAILS.add(new SoftReference<>(new Thumbnail()));
            TAGS.put(new Tag(), "tag");
            Keeper.KEPT.add(new Planted());
        }
    }

    static final class Thumbnail {}

    static final class Tag {}

    static final class Planted {}
}
