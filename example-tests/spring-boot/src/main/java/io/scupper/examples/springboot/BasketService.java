package io.scupper.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes baskets. The setting {@code BASKETS_BUILD} chooses between the leaky build and the remedied one. */
@SpringBootApplication
public class BasketService {

    public static void main(String[] arguments) {
        SpringApplication.run(BasketService.class, arguments);
    }
}
