package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.RunState;
import io.plumbline.dialects.modellab.wire.RunsApi.ListModelLabRunsQuery;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.domain.experiment.RunQuery.Pins;
import io.plumbline.domain.experiment.RunQuery.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of the list of runs. */
final class RunQueries {
    static final String NO_PARENT = "null";
    private static final String ID = "filter[id]";
    private static final String OWNER = "filter[owner_id]";
    private static final Map<String, Field> FIELDS = Map.of(
            "name", new Field.Of(RunAttribute.NAME),
            "created_at", new Field.Of(RunAttribute.CREATED_AT),
            "updated_at", new Field.Of(RunAttribute.UPDATED_AT),
            "duration", new Field.Of(RunAttribute.DURATION));

    private RunQueries() {}

    /**
     * What is looked for.
     *
     * @param projects that are meant; empty for all
     * @param parent as the core names it, where {@code filter[parent_run_id]} names a run
     */
    static RunQuery read(ListModelLabRunsQuery query, List<Id> projects, Optional<Id> parent, Paging paging) {
        return new RunQuery(
                projects,
                LifecycleView.ACTIVE,
                within(query, parent),
                conditions(query),
                isSet(query.includeDescendantMatches()) ? Reach.DESCENDANTS : Reach.OWN,
                pins(query),
                Sorting.read(query.sort(), FIELDS, Order::new),
                paging.request());
    }

    private static List<Condition> within(ListModelLabRunsQuery query, Optional<Id> parent) {
        Field field = new Field.Of(RunAttribute.PARENT);
        return NO_PARENT.equals(query.filterParentRunId())
                ? List.of(new Condition(field, Operator.IS_NULL, List.of()))
                : parent.map(id -> List.of(Condition.text(field, Operator.EQUAL, id.toString())))
                        .orElse(List.of());
    }

    private static List<Condition> conditions(ListModelLabRunsQuery query) {
        return Stream.of(
                        conditions(query.filterId(), RunQueries::ids),
                        conditions(query.filter(), RunQueries::text),
                        conditions(query.filterOwnerId(), RunQueries::owner),
                        conditions(query.filterStatus(), RunQueries::status),
                        conditions(query.filterTags(), Conditions::ofTags),
                        conditions(query.filterParams(), Conditions::ofParams))
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<Condition> conditions(@Nullable T given, Function<T, List<Condition>> reading) {
        return given == null ? List.of() : reading.apply(given);
    }

    private static List<Condition> ids(String text) {
        List<Operand> numbers = Arrays.stream(text.split(","))
                .<Operand>map(id -> new Operand.Numeric(number(ID, id.strip())))
                .toList();
        return List.of(new Condition(new Field.Of(RunAttribute.NUMBER), Operator.IN, numbers));
    }

    private static List<Condition> text(String text) {
        return List.of(Condition.text(new Field.Of(RunAttribute.NAME_OR_NOTE), Operator.CONTAINS, text));
    }

    private static List<Condition> owner(String text) {
        String user = UserId.read(OWNER, text).map(Id::toString).orElse(text);
        return List.of(Condition.text(new Field.Of(RunAttribute.OWNER_USER), Operator.EQUAL, user));
    }

    private static List<Condition> status(RunState status) {
        return List.of(Condition.text(new Field.Of(RunAttribute.STATUS), Operator.EQUAL, status.name()));
    }

    private static Pins pins(ListModelLabRunsQuery query) {
        if (isSet(query.includePinned())) {
            return isSet(query.pinnedFirst()) ? Pins.INCLUDED_AND_FIRST : Pins.INCLUDED;
        }
        return isSet(query.pinnedFirst()) ? Pins.FIRST : Pins.IGNORED;
    }

    /**
     * The number of a run.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the text is none
     */
    static long number(String parameter, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw PlumblineException.invalid(
                    parameter, "the parameter " + parameter + " must have decimal ids of runs");
        }
    }

    private static boolean isSet(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
