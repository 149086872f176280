package io.scupper.fault;

import io.scupper.model.JoinPoint;
import io.scupper.model.Library;
import io.scupper.spi.Recovery;

/**
 * Where a library gives something back, a row of a table. The method is the one that really does it: what is skipped at a
 * {@code close()} above it may be given back all the same.
 *
 * @param lifted who gives back what was withheld once the fault is lifted: the library by itself, or only who compensates
 * @param note what a reader of the table should know, or empty
 */
public record ReleasePoint(Library library, JoinPoint joinPoint, Recovery lifted, String note) {

    /** Makes a row for a method of exactly this class, of a library that takes nothing back by itself. */
    static ReleasePoint of(Library library, String type, String method, int parameters) {
        return new ReleasePoint(library, JoinPoint.of(library.name(), type, method, parameters), Recovery.ASSISTED, "");
    }

    /** Returns this row for a library that takes it back by itself, where and when the note says. */
    ReleasePoint recoversBy(String how) {
        return new ReleasePoint(library, joinPoint, Recovery.SELF, how);
    }

    /** Returns this row with a note. */
    ReleasePoint noting(String what) {
        return new ReleasePoint(library, joinPoint, lifted, what);
    }

    /** Returns this row for calls that come from classes whose name begins so: a method that other libraries call too. */
    ReleasePoint calledFrom(String prefix) {
        return at(joinPoint.calledFrom(prefix));
    }

    /** Returns this row for all classes below its type: what a library does through an interface. */
    ReleasePoint orSubtypes() {
        return at(joinPoint.orSubtypes());
    }

    /** Returns this row at another join point. */
    ReleasePoint at(JoinPoint other) {
        return new ReleasePoint(library, other, lifted, note);
    }

    /** Returns where it is, as the parameter {@code site} has it. */
    public String site() {
        return Sites.written(joinPoint);
    }

    /** Tells whether everything in the JVM passes here, its libraries too, so that somebody has to say who is meant. */
    boolean isBoundless() {
        boolean isEverybodys =
                joinPoint.type().startsWith("java.") || joinPoint.type().startsWith("sun.nio.");
        return isEverybodys
                && joinPoint.thread().isEmpty()
                && joinPoint.caller().isEmpty();
    }
}
