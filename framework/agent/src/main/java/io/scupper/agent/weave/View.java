package io.scupper.agent.weave;

/** How much of a call a site needs to see; the advice that is woven follows from it. */
public enum View {
    /** The call before its body, which may be left out or delayed. */
    ENTRY(EntryAdvice.class),
    /** The call before its body, which may be replaced by an exception. */
    THROW(ThrowAdvice.class),
    /** What the call returned. */
    RETURN(ReturnAdvice.class),
    /** The receiver alone. */
    RECEIVER(ReceiverAdvice.class),
    /** The call before its body, and whether it threw; what a fault leaves out is seen all the same. */
    AROUND(AroundAdvice.class),
    /** The call that has returned, with what it returned, or the object that was constructed. */
    OUTCOME(OutcomeAdvice.class);

    final Class<?> advice;

    View(Class<?> advice) {
        this.advice = advice;
    }
}
