package io.scupper.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.example.shop.Shop;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A subject that is started anew, because what was done to it cannot be undone. */
class SubjectFieldIT {

    @Test
    void aSubjectThatIsStartedAnewIsAnotherAndCallsFollowIt() throws IOException {
        try (var field = SubjectField.of(Holder.class)) {
            field.prepare(Where.FORKED);
            URI before = Holder.shop.url();
            HttpCalls calls = HttpCalls.of(field.running());
            assertThat(calls.get("/orders").status()).isEqualTo(200);

            assertThat(field.restart()).isTrue();

            assertThat(Holder.shop.url()).isNotEqualTo(before);
            assertThatThrownBy(() -> calls.get("/orders")).isInstanceOf(IOException.class);
            calls.movedTo(Holder.shop.url());
            assertThat(calls.get("/orders").status()).isEqualTo(200);
        }
    }

    private static final class Holder {

        @SystemUnderTest
        static Sut shop = Sut.main(Shop.class).http(8080);
    }
}
