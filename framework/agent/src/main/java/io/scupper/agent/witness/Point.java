package io.scupper.agent.witness;

import io.scupper.agent.jvm.CallerFilter;
import io.scupper.agent.weave.Target;
import io.scupper.agent.weave.View;
import io.scupper.control.Line;
import io.scupper.control.Verbs;

/** A call by which something comes, begins or goes, as the runner wrote it. */
final class Point {

    /** How many fields stand before those of the join point, of which the first is its label. */
    private static final int JOIN_POINT = 4;

    final String witness;
    final boolean comes;
    final boolean goes;
    final Target target;
    final Subject subject;
    final CallerFilter caller;
    final String thread;

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no such line, or asks for what cannot be seen there
     */
    Point(Line line, TypeFilter type) {
        witness = line.text(0);
        comes = line.keyword().equals(Verbs.COMES);
        goes = line.keyword().equals(Verbs.GOES);
        if (!comes && !goes && !line.keyword().equals(Verbs.BEGINS)) {
            throw new IllegalArgumentException("Line '" + line.keyword() + "' is not part of a witness.");
        }
        subject = new Subject(line.text(1), Math.toIntExact(line.number(2)), type);
        target = Target.orConstructor(
                line.text(JOIN_POINT + 1),
                Boolean.parseBoolean(line.text(JOIN_POINT + 2)),
                line.text(JOIN_POINT + 3),
                Math.toIntExact(line.number(JOIN_POINT + 4)));
        caller = new CallerFilter(line.text(JOIN_POINT + 5));
        thread = line.text(JOIN_POINT + 6);
        if (!comes && view() == View.OUTCOME) {
            throw new IllegalArgumentException(
                    "Something " + line.keyword() + " by " + target + " of witness '" + witness
                            + "', but is only known once that has returned; allowed is the receiver of a method or an argument.");
        }
    }

    static String type(Line line) {
        return line.text(JOIN_POINT - 1);
    }

    /**
     * Returns how much must be seen. What is known before the call is seen before: a thread may have ended, and a task be done, by
     * the time that the call has returned which started it.
     */
    View view() {
        return target.isConstructor() || subject.isOutcome() ? View.OUTCOME : View.AROUND;
    }
}
