package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_BATCH;
import static io.plumbline.store.sql.generated.Tables.METRIC_BLOCK;
import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.PACKED_SUMMARIES;
import static io.plumbline.store.sql.generated.Tables.RUN;
import static io.plumbline.store.sql.generated.Tables.RUN_INPUT;
import static io.plumbline.store.sql.generated.Tables.RUN_OUTPUT;
import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;
import static io.plumbline.store.sql.generated.Tables.RUN_PIN;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.Run;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Forgets runs bit by bit, so that a long run is not one long transaction. */
final class RunRemoval {
    private static final int ROWS = 500;

    private RunRemoval() {}

    /** Forgets some rows of a run in the bin; in the end the run. Returns whether there is more. */
    static boolean removePart(Database database, DSLContext sql, Run run) {
        long number = run.number();
        if (!sql.fetchExists(RUN, RUN.RUN_NUMBER.eq(number).and(RUN.LIFECYCLE.eq(Lifecycle.DELETED.name())))) {
            return false;
        }
        if (removeSome(sql, METRIC_BLOCK, METRIC_BLOCK.RUN, METRIC_BLOCK.NAME, METRIC_BLOCK.BLOCK, number)
                || removeSome(sql, METRIC_BATCH, METRIC_BATCH.RUN, METRIC_BATCH.BATCH, METRIC_BATCH.BATCH, number)) {
            return true;
        }
        sql.deleteFrom(METRIC_SUMMARY).where(METRIC_SUMMARY.RUN.eq(number)).execute();
        sql.deleteFrom(PACKED_SUMMARIES).where(PACKED_SUMMARIES.RUN.eq(number)).execute();
        sql.deleteFrom(RUN_PARAM).where(RUN_PARAM.RUN.eq(number)).execute();
        sql.deleteFrom(RUN_TAG).where(RUN_TAG.RUN.eq(number)).execute();
        sql.deleteFrom(RUN_INPUT).where(RUN_INPUT.RUN.eq(number)).execute();
        sql.deleteFrom(RUN_PIN).where(RUN_PIN.RUN.eq(number)).execute();
        sql.deleteFrom(RUN_OUTPUT).where(RUN_OUTPUT.RUN.eq(run.id().toString())).execute();
        makeRoots(database, sql, RUN.PARENT.eq(run.id().toString()));
        sql.deleteFrom(RUN).where(RUN.RUN_NUMBER.eq(number)).execute();
        return false;
    }

    /** The parts of what is gone are roots from now on. */
    private static void makeRoots(Database database, DSLContext sql, Condition parts) {
        sql.select(RUN.EXPERIMENT, RUN.RUN_NUMBER)
                .from(RUN)
                .where(parts)
                .forEach(part -> database.noteChange(part.value1(), part.value2()));
        sql.update(RUN).setNull(RUN.PARENT).where(parts).execute();
    }

    private static <A, B> boolean removeSome(
            DSLContext sql, Table<?> table, Field<Long> run, Field<A> first, Field<B> second, long number) {
        return sql.deleteFrom(table)
                        .where(run.eq(number))
                        .and(DSL.row(first, second)
                                .in(DSL.select(first, second)
                                        .from(table)
                                        .where(run.eq(number))
                                        .limit(ROWS)))
                        .execute()
                > 0;
    }
}
