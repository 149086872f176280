package io.scupper.fault;

import io.scupper.model.Effect;
import io.scupper.spi.Fault;
import io.scupper.spi.Parameter;
import io.scupper.spi.Parameters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fault that is a table of release points and nothing else: the call is skipped there, unless its type says otherwise. */
public abstract class LibraryFaultType implements HasReleasePoints {

    private final String id;
    private final List<ReleasePoint> table;

    LibraryFaultType(String id, List<ReleasePoint> table) {
        this.id = id;
        this.table = List.copyOf(table);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final List<ReleasePoint> releasePoints() {
        return table;
    }

    @Override
    public final List<Parameter> parameters() {
        String libraries =
                table.stream().map(row -> row.library().name()).distinct().collect(Collectors.joining(", "));
        return Stream.concat(
                        Stream.of(
                                new Parameter("library", "ANY or one of: " + libraries, LibraryFault.ANY),
                                Sites.SITE,
                                Sites.CALLER,
                                Sites.THREAD),
                        ownParameters().stream())
                .toList();
    }

    @Override
    public final Fault create(Parameters parameters) {
        var allowed = new Allowed(this, parameters);
        return LibraryFault.of(allowed, rows(allowed), effect(allowed));
    }

    @Override
    public boolean suppresses() {
        return true;
    }

    /** Returns the parameters that this type alone has. */
    List<Parameter> ownParameters() {
        return List.of();
    }

    /** Returns the rows that its own parameters choose. */
    List<ReleasePoint> rows(Allowed allowed) {
        return table;
    }

    /** Returns what is done at the rows. */
    Effect effect(Allowed allowed) {
        return Effect.skip();
    }
}
