package io.scupper.examples.causes.objectfootprint;

import io.scupper.examples.causes.Front;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Keeps the prices of a day and answers with the newest. Its first argument is the build: how one price is kept. */
public final class Prices {

    private static final int KEPT = 200_000;

    /** Milliseconds: no number that the JDK has an object for already. */
    private static final long OPENING = 1_700_000_000_000L;

    private Prices() {}

    public static void main(String[] args) throws IOException {
        Object[] kept =
                IntStream.range(0, KEPT).mapToObj(Build.valueOf(args[0]).keep).toArray();
        Front.serve("/newest", exchange -> Front.answer(exchange, 200, kept[KEPT - 1].toString()));
    }

    enum Build {
        PADDED(i -> new LooseTick(i, i % 2 == 0)),
        PACKED(i -> PackedTick.of(i, i % 2 == 0)),
        BOXED(i -> new BoxedQuote(OPENING + i, i / 100.0)),
        PLAIN(i -> new PlainQuote(OPENING + i, i / 100.0));

        private final IntFunction<Object> keep;

        Build(IntFunction<Object> keep) {
            this.keep = keep;
        }
    }

    // tag::leaky[]
    /** 12 bytes of header, 4 and 1 of fields, 7 of padding. */
    private record LooseTick(int cents, boolean isTraded) {}

    /** 24 bytes, and 24 for each of the objects it refers to. */
    private record BoxedQuote(Long atMillis, Double price) {}
    // end::leaky[]

    // tag::remedied[]
    /** 12 bytes of header and 4 of a field, whose lowest bit tells whether it was traded. */
    private record PackedTick(int bits) {

        static PackedTick of(int cents, boolean isTraded) {
            return new PackedTick(cents << 1 | (isTraded ? 1 : 0));
        }

        @Override
        public String toString() {
            return (bits >> 1) + ((bits & 1) == 1 ? " traded" : " asked");
        }
    }

    /** 12 bytes of header, 8 and 8 of fields, 4 of padding. */
    private record PlainQuote(long atMillis, double price) {}
    // end::remedied[]
}
