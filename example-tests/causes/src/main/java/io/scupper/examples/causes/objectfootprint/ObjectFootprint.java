package io.scupper.examples.causes.objectfootprint;

import io.scupper.examples.causes.WorkServer;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Keeps the ticks and the quotes of a day, and answers with the newest. */
public final class ObjectFootprint {

    private static final int KEPT = 200_000;

    /** Milliseconds: no number that the JDK has an object for already. */
    private static final long OPENING = 1_700_000_000_000L;

    private ObjectFootprint() {}

    public static void main(String[] args) throws IOException {
        boolean remedied = WorkServer.isRemedied(args);
        List<?> ticks = day(remedied ? i -> PackedTick.of(i, i % 2 == 0) : i -> new LooseTick(i, i % 2 == 0));
        List<?> quotes = day(
                remedied ? i -> new PlainQuote(OPENING + i, i / 100.0) : i -> new BoxedQuote(OPENING + i, i / 100.0));
        WorkServer.serve(
                what -> (what.equals("tick") ? ticks : quotes).get(KEPT - 1).toString());
    }

    private static List<?> day(IntFunction<Object> price) {
        return IntStream.range(0, KEPT).mapToObj(price).toList();
    }

    /** The waste: 12 bytes of header, 4 and 1 of fields, 7 of padding. */
    private record LooseTick(int cents, boolean isTraded) {}

    /** The waste: 24 bytes, and 24 for each of the objects it refers to. */
    private record BoxedQuote(Long atMillis, Double price) {}

    // tag::remedy[]
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
    // end::remedy[]
}
