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
    RECEIVER(ReceiverAdvice.class);

    final Class<?> advice;

    View(Class<?> advice) {
        this.advice = advice;
    }
}
