package io.scupper.examples.culprits;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.examples.culprits.CulpritRow.Shown;
import org.junit.jupiter.api.Test;

class CulpritRowTests {

    private static final String MESSAGE = """
            LEAK in OrdersTest.orders: heap:com.acme.Order: 7 more
              culprit   com.acme.Orders.keep
                        └ [thread local com.acme.pool.Bag.threadList]: com.acme.pool.FastList
                          └ Bag.shared: java.util.ArrayList
                            └ elementData: java.lang.Object[]
                        leased by (7 of 7 stayed)
                          com.acme.pool.Pool.take(Pool.java:31)
            """;

    @Test
    void culpritIsNamed() {
        assertThat(shown("com.acme.Orders.keep")).isEqualTo(Shown.CULPRIT);
    }

    @Test
    void fieldIsOnThePath() {
        assertThat(shown("com.acme.pool.Bag.threadList")).isEqualTo(Shown.PATH);
        assertThat(shown("com.acme.pool.Bag.shared")).isEqualTo(Shown.PATH);
        assertThat(shown("java.util.ArrayList.elementData")).isEqualTo(Shown.PATH);
    }

    @Test
    void methodIsInTheStack() {
        assertThat(shown("com.acme.pool.Pool.take")).isEqualTo(Shown.STACK);
    }

    @Test
    void otherMemberOfAClassThatIsThereIsNotShown() {
        assertThat(shown("com.acme.pool.Pool.giveBack")).isEqualTo(Shown.CLASS);
        assertThat(shown("com.acme.Prices.read")).isEqualTo(Shown.NOWHERE);
    }

    private static Shown shown(String truth) {
        return CulpritRow.of("orders", truth, MESSAGE).shown();
    }
}
