package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.scupper.model.Phase;
import io.scupper.model.Sample;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleProgressTests {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ConsoleProgress progress =
            new ConsoleProgress("OrdersLeakIT.largeOrders", new PrintStream(told, true, StandardCharsets.UTF_8));

    @Test
    void aSampleIsALineWithTheOperationsSoFar() {
        progress.roundStarted(Phase.ARMED, 1, 211);
        progress.roundStarted(Phase.ARMED, 2, 211);
        progress.sampled(sample(3 << 20));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "scupper  OrdersLeakIT.largeOrders  armed    2     422 operations  live 3 MiB%n".formatted());
    }

    @Test
    void aHeapThatIsNotReadIsNotToldAsEmpty() {
        progress.sampled(sample(0));

        assertThat(told.toString(StandardCharsets.UTF_8)).endsWith("operations%n".formatted());
    }

    private static Sample sample(long liveBytes) {
        return new Sample(
                Phase.ARMED, 2, 211, 0, new Sample.Heap(liveBytes, 0, 0, 0), Map.of(), Map.of(), Sample.Rest.QUIET);
    }
}
