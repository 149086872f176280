package io.scupper.model;

import java.util.Map;

/**
 * What one fault was and did in a run.
 *
 * @param parameters in words
 * @param notGivenBack how much of what it withheld could not be given back; 0 if all was
 * @param note evidence in words; may be empty
 */
public record FaultRecord(
        String id,
        Map<String, String> parameters,
        String recovery,
        long matched,
        long fired,
        long held,
        long notGivenBack,
        String note) {

    public FaultRecord {
        parameters = Map.copyOf(parameters);
    }
}
