package io.scupper.ext.outside;

import io.scupper.ext.outside.MetricsText.Figure;
import io.scupper.model.ScupperException;
import java.util.List;

/** A metric that a test has named, with labels or without: <code>orders_pending{queue="mail"}</code>. */
record NamedMetric(String written, Figure wanted) {

    static NamedMetric of(String written) {
        try {
            return new NamedMetric(written, MetricsText.parse(written + " 0").get(0));
        } catch (ScupperException e) {
            throw new ScupperException(
                    "'%s' names no metric. Allowed is what Prometheus takes, for example 'orders_pending' or 'orders_pending{queue=\"mail\"}'."
                            .formatted(written),
                    e);
        }
    }

    /**
     * Returns the sum of the figures that it names.
     *
     * @throws ScupperException if there is none: a zero would be a count that nobody has made
     */
    long in(List<Figure> figures) {
        List<Figure> named = figures.stream().filter(this::names).toList();
        if (named.isEmpty()) {
            throw new ScupperException(
                    "The service exposes no metric '%s'. A gauge that is there only once it was used needs a first use before the test."
                            .formatted(written));
        }
        return Math.round(named.stream().mapToDouble(Figure::value).sum());
    }

    private boolean names(Figure figure) {
        return figure.name().equals(wanted.name())
                && figure.labels().entrySet().containsAll(wanted.labels().entrySet());
    }
}
