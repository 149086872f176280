package io.scupper.examples.causes;

import io.scupper.junit.Sut;

/** Describes the subjects, all of them alike. */
public final class Subjects {

    private Subjects() {}

    /** Describes one, whose build is {@code leaky} or {@code remedied}. */
    public static Sut of(Class<?> main, String build) {
        return Sut.main(main)
                .arguments(build)
                .http(8080)
                .readyWithin("3m")
                .jvmOptions(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dsun.net.httpserver.idleInterval=600");
    }
}
