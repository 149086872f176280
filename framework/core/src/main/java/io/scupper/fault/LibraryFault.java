package io.scupper.fault;

import io.scupper.model.Effect;
import io.scupper.model.JoinPoint;
import io.scupper.model.ScupperException;
import io.scupper.spi.Fault;
import io.scupper.spi.FaultReport;
import io.scupper.spi.PreparedFault;
import io.scupper.spi.Recovery;
import io.scupper.spi.RunningSubject;
import io.scupper.spi.Weaving;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A fault that is an effect at rows of a table, or at the sites that a test wrote in their place. Before it is woven and before
 * it is armed, the rows are held to the versions that the subject has loaded.
 *
 * @param weaving at all of the rows, or at the sites
 * @param check knows the rows; none if the test wrote sites
 */
record LibraryFault(Map<String, String> parameters, Recovery recovery, Weaving weaving, LibraryCheck check)
        implements Fault {

    /** The name that stands for all libraries of a table. */
    static final String ANY = "ANY";

    LibraryFault {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Makes one from the parameters {@code library}, {@code site}, {@code caller}, {@code thread} and the common ones.
     *
     * @throws ScupperException if one of them is not allowed, or if the fault would strike everything in the JVM
     */
    static LibraryFault of(Allowed allowed, List<ReleasePoint> table, Effect effect) {
        List<JoinPoint> sites = Sites.written(allowed);
        List<ReleasePoint> rows = sites.isEmpty() ? rows(allowed, table) : List.of();
        rows.stream().filter(ReleasePoint::isBoundless).findFirst().ifPresent(row -> {
            throw boundless(allowed, row);
        });
        List<JoinPoint> points = sites.isEmpty() ? points(rows) : sites;
        String id = allowed.type().id();
        return new LibraryFault(
                allowed.parameters().asWritten(),
                allowed.parameters().recovery(),
                new Weaving(id, points, effect, allowed.parameters().activation(), allowed.maxHeld()),
                new LibraryCheck(id, rows));
    }

    @Override
    public String id() {
        return weaving.faultId();
    }

    @Override
    public PreparedFault prepare(RunningSubject subject) {
        return prepare(subject, id());
    }

    @Override
    public PreparedFault prepare(RunningSubject subject, String name) {
        List<ReleasePoint> fitting = check.require(subject.agent());
        Weaving woven = (fitting.isEmpty() ? weaving : weaving.at(points(fitting)))
                .recoveredBy(recovery)
                .named(name);
        subject.agent().weave(woven);
        return new Checked(check, subject, new WovenFault(subject.agent(), woven));
    }

    private static List<ReleasePoint> rows(Allowed allowed, List<ReleasePoint> table) {
        String wanted = allowed.parameters().textOrEmpty("library").strip().toLowerCase(Locale.ROOT);
        boolean any = wanted.isEmpty() || wanted.equalsIgnoreCase(ANY);
        List<ReleasePoint> rows = table.stream()
                .filter(row ->
                        any || row.library().name().toLowerCase(Locale.ROOT).equals(wanted))
                .map(row -> row.at(Sites.filtered(allowed, row.joinPoint())))
                .toList();
        allowed.require("library", !rows.isEmpty());
        return rows;
    }

    private static List<JoinPoint> points(List<ReleasePoint> rows) {
        return rows.stream().map(ReleasePoint::joinPoint).toList();
    }

    private static ScupperException boundless(Allowed allowed, ReleasePoint row) {
        return new ScupperException(
                ("Fault '%s' would strike every %s of the JVM, those of its libraries too. Give 'caller', the beginning of the"
                                + " names of the classes that are meant, such as 'com.acme', or 'thread', or 'site', or a 'library'"
                                + " other than '%s'.")
                        .formatted(
                                allowed.type().id(), row.site(), row.library().name()));
    }

    /** Looks once more before it is armed, for what the subject has loaded since; all else is the woven fault's. */
    private record Checked(LibraryCheck check, RunningSubject subject, PreparedFault woven) implements PreparedFault {

        @Override
        public void arm() {
            check.require(subject.agent());
            woven.arm();
        }

        @Override
        public void lift() {
            woven.lift();
        }

        @Override
        public void compensate() {
            woven.compensate();
        }

        @Override
        public FaultReport report() {
            return woven.report();
        }

        @Override
        public void close() {
            woven.close();
        }
    }
}
