package io.scupper.agent.fault;

import io.scupper.agent.weave.View;
import io.scupper.boot.Call;
import org.jspecify.annotations.Nullable;

/** What a fault does with a call. Called by one thread at a time, under the fault's lock, and must not wait. */
abstract class Effect {

    /** Says that a cap forbids to apply the effect to one more call. */
    static final Object CAPPED = new Object();

    /** Returns how much of a call this effect needs to see. */
    View view() {
        return View.ENTRY;
    }

    /**
     * Applies the effect to a call.
     *
     * @return {@link #CAPPED}, or what {@link io.scupper.boot.Site#enter} returns
     * @throws IllegalArgumentException if it cannot be applied, saying why; the call goes on untouched
     */
    abstract @Nullable Object apply(Call call, int maxHeld);

    /** Returns how much is withheld now. */
    long held() {
        return 0;
    }

    /** Ends what must end with the fault itself. Allocates nothing. */
    void lifted() {}

    /** Gives back what is withheld; may block for some seconds. Returns how much could not be given back. */
    long compensate() {
        return 0;
    }
}
