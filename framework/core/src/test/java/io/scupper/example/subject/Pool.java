package io.scupper.example.subject;

import java.util.ArrayList;
import java.util.List;

/** A pool whose counts are private, as they are in most libraries. */
final class Pool {

    private final Stats stats = new Stats();
    private final List<Widget> idle = new ArrayList<>(List.of(new Widget(1), new Widget(2), new Widget(3)));
    private final String name;

    Pool(String name) {
        this.name = name;
    }

    void lease() {
        stats.leased++;
        idle.remove(0);
    }

    private Stats stats() {
        return stats;
    }

    @Override
    public String toString() {
        return name + stats();
    }

    private static final class Stats {

        private int leased;

        private int total() {
            return 3 + leased;
        }

        @Override
        public String toString() {
            return leased + "/" + total();
        }
    }
}
