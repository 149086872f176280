package io.scupper.fault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scupper.model.ScupperException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficParametersTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slow-request-body    | bytesPerSecond=0B | Parameter 'bytesPerSecond' of fault 'slow-request-body' is '0B'. Allowed is a size of 1B or more, such as '1KiB'.
            slow-request-body    | size=0B           | Parameter 'size' of fault 'slow-request-body' is '0B'. Allowed is a size of 1B or more, such as '16MiB'.
            slow-request-body    | framing=GZIP      | Parameter 'framing' of fault 'slow-request-body' is 'GZIP'. Allowed is CONTENT_LENGTH or CHUNKED.
            slow-request-body    | endless=perhaps   | Parameter 'endless' of fault 'slow-request-body' is 'perhaps'. Allowed is true or false.
            slow-request-body    | stallAfter=late   | Parameter 'stallAfter' of fault 'slow-request-body' is 'late', which is not a size. Allowed is a number of 0 or more with B, KiB, MiB or GiB, for example '64KiB' or '16MiB'.
            slow-request-body    | concurrency=1001  | Parameter 'concurrency' of fault 'slow-request-body' is '1001'. Allowed is a whole number from 1 to 1000.
            slow-request-body    | http=2;framing=CHUNKED | Parameter 'framing' of fault 'slow-request-body' is 'CHUNKED', which HTTP/2 cannot express: it has frames of its own. Use http=1.1.
            slow-response-reader | readBytesPerSecond=0B | Parameter 'readBytesPerSecond' of fault 'slow-response-reader' is '0B'. Allowed is a size of 1B or more, such as '1KiB'.
            slow-response-reader | http=3            | Parameter 'http' of fault 'slow-response-reader' is '3'. Allowed is 1.1 or 2.
            gzip-bomb            | ratio=1001        | Parameter 'ratio' of fault 'gzip-bomb' is '1001'. Allowed is a whole number from 2 to 1000.
            gzip-bomb            | size=1B           | Parameter 'size' of fault 'gzip-bomb' is '1B'. Allowed is a size of 1KiB or more, once it is inflated, such as '64MiB'.
            json-explosion       | shape=circle      | Parameter 'shape' of fault 'json-explosion' is 'circle'. Allowed is depth, width, long-string, long-number, many-objects or duplicate-keys.
            json-explosion       | size=31B          | Parameter 'size' of fault 'json-explosion' is '31B'. Allowed is a size from 32B to 8GiB, such as '1MiB'.
            unique-keys          | where=body        | Parameter 'where' of fault 'unique-keys' is 'body'. Allowed is path, query, header or cookie.
            unique-keys          | valueBytes=7B     | Parameter 'valueBytes' of fault 'unique-keys' is '7B'. Allowed is a size from 8B to 1MiB.
            unique-keys          | keySpace=-1       | Parameter 'keySpace' of fault 'unique-keys' is '-1'. Allowed is a whole number of 1 or more; 0 for no limit.
            unique-keys          | seed=dice         | Parameter 'seed' of fault 'unique-keys' is 'dice'. Allowed is a whole number; 0 for keys that no run had before.
            client-abort         | stage=late        | Parameter 'stage' of fault 'client-abort' is 'late'. Allowed is connect, headers, body, before-response or mid-response.
            client-abort         | how=kill          | Parameter 'how' of fault 'client-abort' is 'kill'. Allowed is rst or fin.
            client-abort         | stage=body;size=1B | Parameter 'afterBytes' of fault 'client-abort' is '1'. Allowed is a whole number of 1 or more, at 'body' below 'size'.
            client-abort         | patience=11s      | Parameter 'patience' of fault 'client-abort' is '11s'. Allowed is a duration from 1ms to 10s, such as '50ms'.
            client-abort         | http=2;stage=headers | Parameter 'stage' of fault 'client-abort' is 'headers', which HTTP/2 cannot express: it cancels a request that is begun. Use http=1.1.
            client-abort         | http=2;how=fin    | Parameter 'how' of fault 'client-abort' is 'fin', which HTTP/2 cannot express: it ends a request by RST_STREAM alone. Use http=1.1.
            burst                | rate=0            | Parameter 'rate' of fault 'burst' is '0'. Allowed is requests per second, above 0 and at most 100000.
            burst                | rate=fast         | Parameter 'rate' of fault 'burst' is 'fast'. Allowed is requests per second, above 0 and at most 100000.
            burst                | duration=0s       | Parameter 'duration' of fault 'burst' is '0s'. Allowed is a duration of 1ms or more, such as '400ms'.
            burst                | count=-1          | Parameter 'count' of fault 'burst' is '-1'. Allowed is a whole number from 1 to 1000000; 0 for rate times duration.
            burst                | arrivals=never    | Parameter 'arrivals' of fault 'burst' is 'never'. Allowed is even or random.
            burst                | senders=0         | Parameter 'senders' of fault 'burst' is '0'. Allowed is a whole number from 1 to 1000.
            log-storm            | messageBytes=1B   | Parameter 'messageBytes' of fault 'log-storm' is '1B'. Allowed is a size from 8B to 1MiB.
            log-storm            | where=nowhere     | Parameter 'where' of fault 'log-storm' is 'nowhere'. Allowed is path, query, header, cookie or body.
            log-storm            | where=path        | Parameter 'calm' of fault 'log-storm' is ''. Allowed is a method and a path that works, for the unarmed rounds, such as 'GET /health'.
            large-payload        | http=2;framing=CHUNKED | Parameter 'framing' of fault 'large-payload' is 'CHUNKED', which HTTP/2 cannot express: it has frames of its own. Use http=1.1.
            """)
    void aWrongParameterSaysWhatWasGivenAndWhatIsAllowed(String id, String with, String message) {
        FaultSpec spec = Faults.of(id).with("to", "POST /orders");
        for (String pair : with.split(";")) {
            spec = spec.with(pair.split("=")[0], pair.split("=")[1]);
        }
        FaultSpec wrong = spec;

        assertThatThrownBy(() -> Faults.create(wrong))
                .isInstanceOf(ScupperException.class)
                .hasMessage(message);
    }
}
