package io.plumbline.server.output;

import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.quality.ColumnQuality;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The condition of a column, and how it changed, as JSON. */
final class QualityJson {
    private QualityJson() {}

    static void write(JsonGenerator json, String side, ColumnQuality quality) {
        json.writeName(side).writeStartObject();
        write(json, quality.tally());
        Json.write(json, "distinct", quality.distinct().value());
        json.writeBooleanProperty("distinct_exact", quality.distinct().exact());
        Json.write(json, "most_frequent_share", quality.mostFrequent());
        write(json, quality.moments());
        Json.write(json, "quantiles", quality.quantiles());
        json.writeStringProperty("constancy", quality.constancy().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Tally tally) {
        json.writeNumberProperty("rows", tally.rows());
        json.writeNumberProperty("missing", tally.missing());
        Json.write(json, "missing_share", tally.missingShare());
        json.writeNumberProperty("nan", tally.nan());
        json.writeNumberProperty("infinities", tally.infinities());
        json.writeNumberProperty("violations", tally.violations());
    }

    private static void write(JsonGenerator json, Moments moments) {
        Json.write(json, "min", moments.min());
        Json.write(json, "max", moments.max());
        Json.write(json, "mean", moments.mean());
        Json.write(json, "standard_deviation", moments.standardDeviation());
    }

    static void write(JsonGenerator json, ColumnChange change) {
        json.writeName("change").writeStartObject();
        Json.write(json, "new_categories", change.newCategories());
        json.writeNumberProperty("new_category_rows", change.newCategoryRows());
        Json.write(json, "vanished_categories", change.vanishedCategories());
        json.writeNumberProperty("below_range", change.belowRange());
        json.writeNumberProperty("above_range", change.aboveRange());
        Json.write(json, "missing_share_increase", change.missingShareIncrease());
        json.writeEndObject();
    }
}
