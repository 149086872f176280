package io.scupper.gate.decision;

import io.scupper.gate.words.GateException;
import java.time.LocalDate;

/**
 * What a team can decide on.
 *
 * @param today for the days on which acceptances expire
 * @param failOnInconclusive whether a verdict that could not be given fails the build
 * @param complete whether all tests of the project were to run, so that an entry without a test is stale
 * @param growthTolerance by what share a figure may exceed its budget, from 0
 * @param timeTolerance by what share the time to baseline may exceed its budget, from 0; machines of pipelines differ
 * @param timeSlackMillis and by how much beyond that, from 0
 */
public record Policy(
        LocalDate today,
        boolean failOnInconclusive,
        boolean complete,
        double growthTolerance,
        double timeTolerance,
        long timeSlackMillis) {

    public Policy {
        atLeastZero("growth tolerance", growthTolerance);
        atLeastZero("time tolerance", timeTolerance);
        atLeastZero("time slack", timeSlackMillis);
    }

    /** Chosen, not measured: what a team would call the same. */
    public static final double GROWTH_TOLERANCE = 0.2;

    /** The same recovery took 0.35 to 0.70 s in a hundred runs of the orders example. */
    public static final double TIME_TOLERANCE = 1.0;

    /** A sample waits up to 1.5 s longer for what is above its baseline. */
    public static final long TIME_SLACK_MILLIS = 2_000;

    /** Makes the default for a day. */
    public static Policy on(LocalDate today) {
        return new Policy(today, true, true, GROWTH_TOLERANCE, TIME_TOLERANCE, TIME_SLACK_MILLIS);
    }

    private static void atLeastZero(String what, double value) {
        if (!(value >= 0)) {
            throw new GateException("The %s is '%s'. Allowed is a number from 0.".formatted(what, value));
        }
    }
}
