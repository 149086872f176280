package io.scupper.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scupper.model.BudgetFinding;

/** Writes what came of one budget. */
final class BudgetJson {

    private BudgetJson() {}

    static void add(BudgetFinding finding, ObjectNode node) {
        node.put("measure", finding.budget().measure().attribute());
        node.put("of", finding.budget().of());
        node.put("unit", finding.budget().measure().unit().name());
        node.put("atMost", finding.budget().atMost());
        finding.measured().ifPresentOrElse(measured -> node.put("measured", measured), () -> node.putNull("measured"));
        node.put("outcome", finding.outcome().name());
        node.put("reason", finding.reason());
        ArrayNode evidence = node.putArray("evidence");
        finding.evidence().forEach(evidence::add);
        node.put("advice", finding.advice());
    }
}
