package io.scupper.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK|Content-Length: 5||hello",
                "HTTP/1.1 200|content-length:0||",
                "HTTP/1.1 200 OK|Transfer-Encoding: chunked||5;x=y|hello|A|0123456789|0|Trailer: t||",
                "HTTP/1.1 100 Continue||HTTP/1.1 200 OK|Content-Length: 1||x",
                "HTTP/1.0 200 OK|Transfer-Encoding: gzip, chunked||0||"
            })
    void aResponseEndsWhereItSaysHoweverItIsCut(String written) throws ProtocolException {
        byte[] bytes = written.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII);
        var reader = new ResponseReader(false, 0);

        for (byte next : bytes) {
            assertThat(reader.isDone()).isFalse();
            reader.feed(ByteBuffer.wrap(new byte[] {next}));
        }

        assertThat(reader.isDone()).isTrue();
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.received()).isEqualTo(bytes.length);
    }

    @Test
    void aResponseWithoutLengthEndsByClose() throws ProtocolException {
        var reader = read("HTTP/1.1 200 OK\r\n\r\nanything", false);

        assertThat(reader.isDone()).isFalse();
        assertThat(reader.endsByClose()).isTrue();
    }

    @Test
    void theAnswerToHeadHasNoBody() throws ProtocolException {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", true).isDone())
                .isTrue();
    }

    @Test
    void anEndlessResponseIsReadToTheBound() throws ProtocolException {
        var reader = read("HTTP/1.1 200 OK\r\n\r\n", false);
        byte[] megabyte = new byte[1 << 20];

        for (int i = 0; i < 64; i++) {
            reader.feed(ByteBuffer.wrap(megabyte));
        }

        assertThat(reader.isDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello\r\n", "HTTP/2 200\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n", "HTTP/1.1 099 X\r\n"
            })
    void whatIsNotHttpIsRefused(String written) {
        assertThatThrownBy(() -> read(written, false)).isInstanceOf(ProtocolException.class);
    }

    private static ResponseReader read(String written, boolean bodyless) throws ProtocolException {
        var reader = new ResponseReader(bodyless, 0);
        reader.feed(ByteBuffer.wrap(written.getBytes(StandardCharsets.US_ASCII)));
        return reader;
    }
}
