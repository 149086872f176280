package io.scupper.runtime;

import java.util.concurrent.locks.LockSupport;

/** Subjects that do not do what a subject should. */
final class Mains {

    private Mains() {}

    static final class Fails {
        private Fails() {}

        public static void main(String[] arguments) {
            System.out.println("no database at jdbc:none");
            throw new IllegalStateException("cannot start");
        }
    }

    static final class Exits {
        private Exits() {}

        public static void main(String[] arguments) {
            System.out.println("out of luck");
            System.exit(3);
        }
    }

    static final class Returns {
        private Returns() {}

        public static void main(String[] arguments) {}
    }

    static final class NeverReady {
        private NeverReady() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("still loading");
            Thread.currentThread().join();
        }
    }

    /** Does not heed interruption, until the test lets it go. */
    static final class Stubborn {
        static volatile boolean released;

        private Stubborn() {}

        public static void main(String[] arguments) {
            while (!released) {
                LockSupport.parkNanos(1_000_000);
                Thread.interrupted();
            }
        }
    }

    /** Not a subject but a test run: starts one, tells its address and waits to be killed. */
    static final class TestRun {
        private TestRun() {}

        public static void main(String[] arguments) throws InterruptedException {
            var subject = new ForkedJvmRuntime()
                    .start(Spec.main(TinyServer.class).http().build());
            System.out.println(subject.http().orElseThrow());
            Thread.currentThread().join();
        }
    }
}
