package io.scupper.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainThreadTests {

    @Test
    void mainServesUntilItIsInterrupted() {
        MainThread main = start(Mains.NeverReady.class);

        assertThatCode(main::requireAlive).doesNotThrowAnyException();
        main.close();
        assertThatThrownBy(main::requireAlive).isInstanceOf(ScupperException.class);
    }

    @Test
    void mainThatThrowsIsNamedWithItsCause() {
        MainThread main = start(Mains.Fails.class);

        assertThatThrownBy(() -> main.pause(10_000))
                .isInstanceOf(ScupperException.class)
                .hasMessage("orders has ended: its main threw java.lang.IllegalStateException: cannot start.")
                .hasRootCauseMessage("cannot start");
    }

    @Test
    void mainThatReturnsHasEnded() {
        MainThread main = start(Mains.Returns.class);

        assertThatThrownBy(() -> main.pause(10_000))
                .isInstanceOf(ScupperException.class)
                .hasMessage("orders has ended: its main returned. In-process, main must serve until its thread is"
                        + " interrupted, since there is no other way to end it; otherwise run on 'forked'.");
    }

    @Test
    void aClassWithoutMainIsRefused() {
        assertThatThrownBy(() -> start(Spec.class))
                .isInstanceOf(ScupperException.class)
                .hasMessage("'io.scupper.runtime.Spec' is not a class with a 'public static void main(String[])'"
                        + " on the class path.");
    }

    private static MainThread start(Class<?> mainClass) {
        return MainThread.start("orders", mainClass.getName(), List.of(), MainThreadTests.class.getClassLoader());
    }
}
