package io.plumbline.measures.profile;

import io.plumbline.measures.column.CategoryCounter;
import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.Tally;
import java.util.Optional;

/**
 * The part of a profile that depends on the rows alone, not on their order, their cutting or the engine.
 *
 * @param tally every row, by kind
 * @param numbers of a numeric column
 * @param categories of a column of text or truth values
 */
record ExactPart(Tally tally, Optional<NumberSummary> numbers, Optional<CategoryCounts> categories) {

    /** Of both, which have the same specification. */
    ExactPart merge(ExactPart other, ProfileSpec spec) {
        return new ExactPart(
                tally.plus(other.tally),
                numbers.flatMap(here -> other.numbers.map(here::merge)),
                categories.flatMap(here -> other.categories.map(there -> merge(here, there, spec))));
    }

    private static CategoryCounts merge(CategoryCounts here, CategoryCounts there, ProfileSpec spec) {
        CategoryCounter counter = new CategoryCounter(spec.maxCategories());
        counter.addAll(here);
        counter.addAll(there);
        return counter.counts();
    }
}
