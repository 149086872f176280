package io.scupper.examples.orders;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;

/** Computes the report on one order. */
final class ReportTask implements Callable<String> {

    private final String orderId;

    ReportTask(String orderId) {
        this.orderId = orderId;
    }

    @Override
    public String call() {
        CRC32 checksum = new CRC32();
        checksum.update(orderId.getBytes(StandardCharsets.UTF_8));
        return "{\"id\":\"" + orderId + "\",\"checksum\":" + checksum.getValue() + "}";
    }
}
