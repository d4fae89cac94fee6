package io.plumbline.server.report;

import io.plumbline.measures.drift.MeasureDefinition;

/** A definition as the report's script reads it. */
record DefinitionView(String id, String title, String formula, String limit, String source, String deviations) {
    static DefinitionView of(MeasureDefinition definition) {
        return new DefinitionView(
                definition.id().toString(),
                definition.title(),
                definition.formula(),
                ThresholdText.of(definition.threshold()),
                definition.source(),
                definition.deviations());
    }
}
