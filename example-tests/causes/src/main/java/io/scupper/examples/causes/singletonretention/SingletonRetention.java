package io.scupper.examples.causes.singletonretention;

import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Draws a screen for each request, which listens to changes of prices as long as it is open. */
public final class SingletonRetention {

    private SingletonRetention() {}

    public static void main(String[] args) throws IOException {
        WorkServer.serve(WorkServer.isRemedied(args) ? SingletonRetention::drawAndClose : SingletonRetention::draw);
    }

    private static String draw(String item) {
        return new Screen(item).draw();
    }

    // tag::remedy[]
    private static String drawAndClose(String item) {
        try (var screen = new Screen(item)) {
            return screen.draw();
        }
    }
    // end::remedy[]

    /** Lives for one request, or should. */
    private static final class Screen implements AutoCloseable {

        private final String item;
        private final Consumer<String> listener = this::priceChanged;
        private int changes;

        Screen(String item) {
            this.item = item;
            PriceFeed.INSTANCE.listeners.add(listener);
        }

        String draw() {
            return item + ": " + changes;
        }

        private void priceChanged(String changed) {
            if (changed.equals(item)) {
                changes++;
            }
        }

        @Override
        public void close() {
            PriceFeed.INSTANCE.listeners.remove(listener);
        }
    }

    /** Lives as long as the process, and so does whoever it knows. */
    private static final class PriceFeed {

        static final PriceFeed INSTANCE = new PriceFeed();

        private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    }
}
