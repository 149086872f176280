package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.Recovery;
import io.scupper.traffic.Framing;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultAnnotationsTests {

    @Test
    void attributesAreParameters() {
        var spec = only("large");

        assertThat(spec.id()).isEqualTo("large-payload");
        assertThat(spec.parameters())
                .containsEntry("to", "POST /orders")
                .containsEntry("size", "1GiB")
                .containsEntry("framing", "GZIP")
                .containsEntry("ratio", "100")
                .containsEntry("headers", "A: 1, 2\nB: 3");
    }

    @Test
    void everyAnnotationMakesAFault() {
        for (String method : List.of("large", "unclosed", "parked", "left", "uncancelled")) {
            Fault fault = Faults.create(only(method));

            assertThat(fault.parameters()).as(method).isNotEmpty();
        }
        assertThat(Faults.create(only("unclosed")).recovery()).isEqualTo(Recovery.ASSISTED);
    }

    @Test
    void injectIsReadOnceAndSeveralTimes() {
        assertThat(only("once")).isEqualTo(new FaultSpec("some-fault", Map.of("size", "16MiB", "query", "a=b")));
        assertThat(on("twice"))
                .containsExactly(
                        Faults.of("some-fault"), Faults.of("other-fault").with("times", 40));
    }

    @Test
    void severalLargePayloadsAreReadFromTheirContainer() {
        assertThat(on("severalLarge"))
                .extracting(spec -> spec.parameters().get("size"))
                .containsExactly("1MiB", "2MiB");
    }

    @Test
    void anAnnotationOfTheUsersOwnCarriesItsFaults() {
        assertThat(on("custom")).containsExactly(Faults.of("some-fault").with("times", 1), Faults.of("other-fault"));
    }

    @Test
    void aClassIsReadLikeAMethod() {
        assertThat(FaultAnnotations.on(Annotated.class)).containsExactly(Faults.of("for-all"));
    }

    @Test
    void whatIsNoNameAndValueIsRefused() {
        assertThatThrownBy(() -> on("wrong"))
                .isInstanceOf(ScupperException.class)
                .hasMessage("@Inject(\"some-fault\") is given with 'size'. Allowed is name=value, such as 'times=40'.");
    }

    private static FaultSpec only(String method) {
        assertThat(on(method)).hasSize(1);
        return on(method).get(0);
    }

    private static List<FaultSpec> on(String method) {
        try {
            return FaultAnnotations.on(Annotated.class.getDeclaredMethod(method));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Inject(value = "some-fault", with = "times=1")
    @Inject("other-fault")
    private @interface HardTimes {}

    @Inject("for-all")
    private static final class Annotated {

        @LargePayload(
                to = "POST /orders",
                size = "1GiB",
                framing = Framing.GZIP,
                headers = {"A: 1, 2", "B: 3"})
        void large() {}

        @LargePayload(to = "POST /orders", size = "1MiB")
        @LargePayload(to = "POST /orders", size = "2MiB")
        void severalLarge() {}

        @UnclosedResponses(client = UnclosedResponses.Client.APACHE, every = 10, recovery = Recovery.ASSISTED)
        void unclosed() {}

        @AbandonedTasks(how = AbandonedTasks.How.PARK, thread = "orders-worker", every = 50)
        void parked() {}

        @AbandonedTasks(how = AbandonedTasks.How.CLIENT, to = "GET /orders/{id}/stream")
        void left() {}

        @AbandonedTasks(
                how = AbandonedTasks.How.SKIP_CANCEL,
                site = {"com.acme.Job+#cancel", "com.acme.Task#stop"})
        void uncancelled() {}

        @Inject(
                value = "some-fault",
                with = {"size = 16MiB", "query=a=b"})
        void once() {}

        @Inject("some-fault")
        @Inject(value = "other-fault", with = "times=40")
        void twice() {}

        @HardTimes
        void custom() {}

        @Inject(value = "some-fault", with = "size")
        void wrong() {}
    }
}
