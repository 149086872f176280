package io.scupper.spi;

import java.util.Map;
import java.util.OptionalInt;

/** A fault as a value: what it is, not yet bound to a subject. Immutable and reusable. */
public interface Fault {

    /** Returns the id of its type. */
    String id();

    /** Returns its parameters in words, for the record. */
    Map<String, String> parameters();

    /** Returns who gives back what it withholds. */
    Recovery recovery();

    /**
     * Returns how many operations the armed rounds have together when the test has no body and this fault brings the
     * traffic; empty if the test decides.
     */
    default OptionalInt totalOperations() {
        return OptionalInt.empty();
    }

    /**
     * Binds the fault to a running subject, without effect as yet. It is called before warm-up, so that what the binding
     * itself costs the subject (classes woven, connections opened) is part of the baseline.
     *
     * @throws io.scupper.model.ScupperException if this subject cannot take this fault; nothing is left behind
     */
    PreparedFault prepare(RunningSubject subject);

    /**
     * As {@link #prepare(RunningSubject)}, under a name that no other fault in the subject has: where two of one type are in it, the
     * agent must tell them apart. A fault that the agent does not know needs no name.
     *
     * @param name its id, or the id and a number
     */
    default PreparedFault prepare(RunningSubject subject, String name) {
        return prepare(subject);
    }
}
