package com.acme;

import java.util.HashMap;
import java.util.Map;

/** What an application keeps for good. Not in a package of ours, whose objects are no evidence. */
public final class Catalogue {

    private static final Map<String, Article> ARTICLES = new HashMap<>();

    private Catalogue() {}

    /** Keeps so many more; returns how many there are. */
    public static int add(int count) {
        for (int i = 0; i < count; i++) {
            ARTICLES.put("article-" + ARTICLES.size(), new Article());
        }
        return ARTICLES.size();
    }

    /** One of them. */
    static final class Article {}
}
