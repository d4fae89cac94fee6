package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.experiment.Operator;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** A text that is looked for in what people call runs and write about them. */
final class NamesAndNotes {
    private NamesAndNotes() {}

    /**
     * The numbers of the runs of these experiments whose name or note contains a text: names are read from an index, and only notes that are there.
     *
     * @param text not empty, since every note contains the empty one
     */
    static Select<Record1<Long>> containing(DSLContext sql, String text, Collection<Long> experiments) {
        Run named = RUN.as("named");
        return DSL.select(named.RUN_NUMBER.as("run"))
                .from(named)
                .where(named.EXPERIMENT.in(experiments))
                .and(TextMatches.of(sql, named.NAME, Operator.CONTAINS, text))
                .union(noted(sql, text, experiments));
    }

    /** The numbers of the runs of these experiments that have a note which contains a text. */
    static Select<Record1<Long>> noted(DSLContext sql, String text, Collection<Long> experiments) {
        Run noted = RUN.as("noted");
        return DSL.select(noted.RUN_NUMBER)
                .from(noted)
                .where(noted.EXPERIMENT.in(experiments))
                .and(noted.NOTE.ne(DSL.inline("")))
                .and(TextMatches.of(sql, noted.NOTE, Operator.CONTAINS, text));
    }
}
