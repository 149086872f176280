package io.scupper.examples.springboot;

import java.nio.file.Path;

/** The runnable jar that Spring Boot's plugin has made. */
final class BasketsJar {

    private BasketsJar() {}

    static Path path() {
        return Path.of(System.getProperty("baskets.jar"));
    }
}
