package io.scupper.examples.springboot;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes a basket, unless it is too large. */
@RestController
class Baskets {

    private static final int LARGEST = 4 << 10;

    @PostMapping("/baskets")
    @ResponseStatus(HttpStatus.CREATED)
    String take(@RequestBody byte[] basket) {
        if (basket.length > LARGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "A basket has 4 KiB at most.");
        }
        return "{\"bytes\": " + basket.length + "}";
    }
}
