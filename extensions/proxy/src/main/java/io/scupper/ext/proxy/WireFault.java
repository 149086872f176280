package io.scupper.ext.proxy;

import io.scupper.model.ScupperException;
import io.scupper.spi.Companion;
import io.scupper.spi.Fault;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.Wire;
import io.scupper.spi.Wire.Disturbance;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A disturbance of the wire to a companion, as a value.
 *
 * @param to the companion's name; empty if only one is reached through a proxy
 */
record WireFault(String id, Map<String, String> parameters, Recovery recovery, String to, Disturbance disturbance)
        implements Fault {

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        Companion companion = companion(subject);
        Wire wire = companion
                .wire()
                .orElseThrow(() -> new ScupperException(
                        "Fault '%s' disturbs the wire to '%s', but %s reaches that without a proxy. A StubServer has one by throughProxy(), a RedisServer always."
                                .formatted(id, companion.name(), subject.description())));
        return new DisturbedWire(companion.name(), wire, disturbance);
    }

    private Companion companion(RunningSubject subject) {
        List<Companion> meant = subject.companions().stream()
                .filter(each ->
                        to.isBlank() ? each.wire().isPresent() : each.name().equals(to))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw new ScupperException("Parameter 'to' of fault '%s' is '%s'. Allowed is the name of a companion of %s: %s."
                .formatted(id, to, subject.description(), names(subject)));
    }

    private static String names(RunningSubject subject) {
        List<Companion> companions = subject.companions();
        return companions.isEmpty()
                ? "it has none, give it one by Sut.with(…)"
                : companions.stream().map(Companion::name).sorted().collect(Collectors.joining("', '", "'", "'"));
    }
}
