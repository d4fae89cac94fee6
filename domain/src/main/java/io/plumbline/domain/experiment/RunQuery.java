package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.util.List;

/**
 * Which runs are looked for.
 *
 * @param experiments that they belong to; empty for all of the organization
 * @param view whether those in the bin are among them
 * @param within what a run itself must meet, such as having no parent, all of it
 * @param conditions what a run must meet, all of it
 * @param reach whether a run is also found when a part of it meets the conditions
 * @param pins how the caller's pins matter
 * @param orders one after the other; then the latest started comes first, then the lowest number
 * @param page which of them
 */
public record RunQuery(
        List<Id> experiments,
        LifecycleView view,
        List<Condition> within,
        List<Condition> conditions,
        Reach reach,
        Pins pins,
        List<Order> orders,
        PageRequest page) {
    /** Keeps unmodifiable copies. */
    public RunQuery {
        experiments = List.copyOf(experiments);
        within = List.copyOf(within);
        conditions = List.copyOf(conditions);
        orders = List.copyOf(orders);
    }

    /** The active runs of these experiments. */
    public static RunQuery of(List<Id> experiments, List<Condition> conditions, List<Order> orders, PageRequest page) {
        return new RunQuery(
                experiments, LifecycleView.ACTIVE, List.of(), conditions, Reach.OWN, Pins.IGNORED, orders, page);
    }

    /** Whose fields are held against the conditions. */
    public enum Reach {
        /** Those of the run. */
        OWN,
        /** Those of the run, or those of any run below it that, with all between them, belongs to the experiments. */
        DESCENDANTS
    }

    /** How the caller's pins matter. */
    public enum Pins {
        IGNORED,
        /** Runs that are pinned come before all others, the latest pinned first. */
        FIRST,
        /** Runs that are pinned are found whatever the conditions are, also those of {@link RunQuery#within}. */
        INCLUDED,
        /** Both. */
        INCLUDED_AND_FIRST;

        /** Whether runs that are pinned come first. */
        public boolean first() {
            return this == FIRST || this == INCLUDED_AND_FIRST;
        }

        /** Whether runs that are pinned are found in any case. */
        public boolean included() {
            return this == INCLUDED || this == INCLUDED_AND_FIRST;
        }
    }
}
