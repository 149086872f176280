package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmptyBodyTests {

    private static final long NUMBER = Long.MAX_VALUE - 7;
    private int calls;

    @Test
    void bodyWithNothingInItIsEmpty() throws NoSuchMethodException {
        assertThat(EmptyBody.in(getClass().getDeclaredMethod("nothing"))).isTrue();
        assertThat(EmptyBody.in(getClass().getDeclaredMethod("nothing", String.class, int[].class)))
                .isTrue();
    }

    @Test
    void bodyWithSomethingInItIsNot() throws NoSuchMethodException {
        assertThat(EmptyBody.in(getClass().getDeclaredMethod("something"))).isFalse();
        assertThat(EmptyBody.in(getClass().getDeclaredMethod("nothing", long.class)))
                .isFalse();
    }

    @Test
    void methodWithoutCodeIsTakenToHaveABody() throws NoSuchMethodException {
        assertThat(EmptyBody.in(Runnable.class.getMethod("run"))).isFalse();
    }

    @Test
    void classWithoutAFileIsTakenToHaveABody() throws NoSuchMethodException {
        Runnable hidden = () -> {};
        assertThat(EmptyBody.in(hidden.getClass().getMethod("run"))).isFalse();
    }

    void nothing() {}

    void nothing(String text, int[] numbers) {}

    void nothing(long number) {
        calls += number == NUMBER ? 1 : 2;
    }

    void something() {
        calls++;
    }
}
