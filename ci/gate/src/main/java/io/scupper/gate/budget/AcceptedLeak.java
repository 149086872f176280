package io.scupper.gate.budget;

import java.time.LocalDate;

/**
 * A leak that a team knows of and lives with until a day.
 *
 * @param fingerprint of its explanation
 * @param reason why it is accepted
 * @param ticket where it is being worked on
 * @param expires the last day on which it is accepted
 */
public record AcceptedLeak(String fingerprint, String reason, String ticket, LocalDate expires) {

    /** Tells whether it is no longer accepted on a day. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
