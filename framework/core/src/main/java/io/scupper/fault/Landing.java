package io.scupper.fault;

import io.scupper.traffic.Answer;
import java.io.IOException;

/**
 * Tells a load that missed from a subject that defends itself. A refusal of what is harmful is a legitimate reaction; a
 * path that does not exist never is, and what refuses a harmless request measures nothing.
 */
final class Landing {

    private Landing() {}

    /**
     * Accepts an answer.
     *
     * @throws IOException if it is a miss, saying what was sent, what was answered and what to do
     */
    static void require(Answer answer, boolean harmful, String sent) throws IOException {
        String advice = adviceOn(answer, harmful);
        if (!advice.isEmpty()) {
            throw new IOException("%s ended with '%s': %s.".formatted(sent, answer.inWords(), advice));
        }
    }

    private static String adviceOn(Answer answer, boolean harmful) {
        int status = answer.status();
        if (status == 404 || status == 405) {
            return "the service has no such path or method, check 'to'";
        }
        if (harmful) {
            return "";
        }
        if (status == 401 || status == 403) {
            return "the service wants credentials, give them by 'headers'";
        }
        if (status >= 500) {
            return "the service fails by itself, without a fault";
        }
        return status == 0 ? "the service does not answer even a harmless request" : "";
    }
}
