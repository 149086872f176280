package io.scupper.examples.orders;

/** One request that is being served. */
record RequestContext(String method, String path, long startedNanos) {}
