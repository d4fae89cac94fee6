package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MEASURED_TAG;
import static io.plumbline.store.sql.generated.Tables.MEASURED_VALUE;

import io.plumbline.domain.measurement.TagCondition;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Conditions on the tags of values, in SQL. */
final class TagConditions {
    private TagConditions() {}

    /** All of them, of a row of the table of values. */
    static Condition all(List<TagCondition> conditions) {
        return conditions.stream().map(TagConditions::of).reduce(DSL.noCondition(), Condition::and);
    }

    private static Condition of(TagCondition condition) {
        Condition tag = MEASURED_TAG
                .MEASUREMENT
                .eq(MEASURED_VALUE.MEASUREMENT)
                .and(MEASURED_TAG.ORDINAL.eq(MEASURED_VALUE.ORDINAL))
                .and(MEASURED_TAG.TAG.eq(condition.tag()));
        return switch (condition.test()) {
            case IN -> exists(tag.and(MEASURED_TAG.TAG_VALUE.in(condition.values())));
            case PRESENT -> exists(tag);
            case MISSING -> DSL.not(exists(tag));
        };
    }

    private static Condition exists(Condition tag) {
        return DSL.exists(DSL.selectOne().from(MEASURED_TAG).where(tag));
    }
}
