package io.scupper.fault;

import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import io.scupper.traffic.Schedule;
import java.util.List;

/**
 * How much is sent in one burst, and when.
 *
 * @param senders how many requests can be under way
 */
record Volume(double rate, Schedule schedule, int senders) {

    static final List<Parameter> PARAMETERS = List.of(
            new Parameter("rate", "requests per second, above 0 and at most 100000", "500"),
            new Parameter("duration", "a duration of 1ms or more, such as '400ms'", "400ms"),
            new Parameter("count", "a whole number from 1 to 1000000; 0 for rate times duration", "0"),
            new Parameter("arrivals", "even or random", "even"),
            new Parameter("senders", "a whole number from 1 to 1000", "64"));

    private static final double MOST_RATE = 100_000;
    private static final int MOST_COUNT = 1_000_000;

    /** Reads {@link #PARAMETERS}. */
    static Volume of(Allowed allowed) {
        Parameters parameters = allowed.parameters();
        double rate = rate(allowed);
        double seconds = parameters.duration("duration").toMillis() / 1e3;
        allowed.require("duration", seconds > 0 && seconds * rate <= MOST_COUNT);
        int given = allowed.whole("count", 0, MOST_COUNT);
        int count = given > 0 ? given : (int) Math.max(1, Math.round(rate * seconds));
        var arrivals = parameters.choice("arrivals", Schedule.Arrivals.class);
        long seed = parameters.whole("seed", Long.MIN_VALUE);
        return new Volume(rate, Schedule.of(count, rate, arrivals, seed), allowed.whole("senders", 1, 1_000));
    }

    private static double rate(Allowed allowed) {
        double rate = 0;
        try {
            rate = Double.parseDouble(allowed.parameters().text("rate"));
        } catch (NumberFormatException e) {
            // 0 is refused below, in the words for anything that is not allowed.
        }
        allowed.require("rate", rate > 0 && rate <= MOST_RATE);
        return rate;
    }
}
