package io.scupper.model;

import java.time.Duration;

/**
 * The known leak that was planted before CLEAN was believed.
 *
 * @param isSeen whether all probes showed it
 * @param took what it cost
 */
public record PlantedLeak(boolean isSeen, Duration took) {}
