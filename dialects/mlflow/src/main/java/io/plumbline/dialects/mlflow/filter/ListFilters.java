package io.plumbline.dialects.mlflow.filter;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentAttribute;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentOrder;
import io.plumbline.domain.experiment.ExperimentQuery.TimeMatch;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.TagMatch;
import io.plumbline.domain.experiment.TextMatch;
import io.plumbline.domain.registry.ModelQuery.ModelAttribute;
import io.plumbline.domain.registry.ModelQuery.ModelOrder;
import io.plumbline.domain.registry.VersionQuery.VersionAttribute;
import io.plumbline.domain.registry.VersionQuery.VersionOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filters of experiments, registered models and versions in the core's words.
 *
 * @param terms of the filter
 */
public record ListFilters(List<Term> terms) {
    private static final long MICROS = 1000;
    private static final String PROMPT = "mlflow.prompt.is_prompt";

    /** The filter of a text, whose fields are among these besides tags. */
    public static ListFilters of(@Nullable String filter, Set<String> fields) {
        List<Term> terms = FilterParser.parse(filter).stream()
                .filter(term -> !excludesPrompts(term))
                .toList();
        terms.forEach(term -> requireKnown(term, fields));
        return new ListFilters(terms);
    }

    /** Clients of 3.x, and late ones of 2.x, say of each search that prompts are not meant, and mean things without the tag; there are no prompts here. */
    private static boolean excludesPrompts(Term term) {
        return isTag(term) && term.key().equals(PROMPT) && term.operator() == Operator.NOT_EQUAL;
    }

    private static void requireKnown(Term term, Set<String> fields) {
        if (!isTag(term) && !(isAttribute(term) && fields.contains(term.key()))) {
            throw invalid(
                    term,
                    "has '" + term.key() + "' where one of " + String.join(", ", new TreeSet<>(fields))
                            + " or tags.key is expected");
        }
    }

    private static boolean isTag(Term term) {
        return term.entity().equals("tag") || term.entity().equals("tags");
    }

    private static boolean isAttribute(Term term) {
        return Set.of("", "attribute", "attributes", "attr").contains(term.entity());
    }

    private static PlumblineException invalid(Term term, String what) {
        return PlumblineException.invalid("filter", "filter " + what + " at position " + term.position());
    }

    /** The matches of a text field. */
    public List<TextMatch> texts(String field) {
        return of(field).map(ListFilters::text).toList();
    }

    private Stream<Term> of(String field) {
        return terms.stream().filter(term -> isAttribute(term) && term.key().equals(field));
    }

    /** The matches of tags. */
    public List<TagMatch> tags() {
        return terms.stream()
                .filter(ListFilters::isTag)
                .map(term -> new TagMatch(term.key(), text(term)))
                .toList();
    }

    private static TextMatch text(Term term) {
        boolean fits = switch (term.operator()) {
            case EQUAL, NOT_EQUAL, LIKE, ILIKE -> true;
            default -> false;
        };
        if (!fits || !(term.values().getFirst() instanceof Term.Value.Text(String text))) {
            throw invalid(term, "compares '" + term.key() + "' by other than =, !=, LIKE or ILIKE with a text");
        }
        return new TextMatch(term.operator(), text);
    }

    /** The matches of times. */
    public List<TimeMatch> times() {
        return terms.stream()
                .flatMap(term -> switch (term.key()) {
                    case "creation_time" -> Stream.of(time(term, ExperimentAttribute.CREATED_AT));
                    case "last_update_time" -> Stream.of(time(term, ExperimentAttribute.UPDATED_AT));
                    default -> Stream.<TimeMatch>empty();
                })
                .toList();
    }

    private static TimeMatch time(Term term, ExperimentAttribute attribute) {
        boolean ordered = switch (term.operator()) {
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> true;
            default -> false;
        };
        if (!ordered || !(term.values().getFirst() instanceof Term.Value.Numeric(double number))) {
            throw invalid(term, "compares a time with other than a number of milliseconds");
        }
        return new TimeMatch(attribute, term.operator(), (long) (number * MICROS));
    }

    /** The ids that a field may have; empty where the filter does not say. */
    public Optional<Set<Id>> ids(String field) {
        Optional<Set<Id>> ids = Optional.empty();
        for (Term term : of(field).toList()) {
            if (term.operator() != Operator.EQUAL && term.operator() != Operator.IN) {
                throw invalid(term, "compares '" + field + "' by other than = or IN");
            }
            Set<Id> these = new HashSet<>();
            term.values().forEach(value -> id(value).ifPresent(these::add));
            ids.ifPresent(these::retainAll);
            ids = Optional.of(these);
        }
        return ids;
    }

    private static Optional<Id> id(Term.Value value) {
        return value instanceof Term.Value.Text(String text) ? WireId.parse(text) : Optional.empty();
    }

    /** The orders of experiments. */
    public static List<ExperimentOrder> experimentOrders(@Nullable List<String> orderBy) {
        return FilterParser.parseOrder(orderBy).stream()
                .map(sort -> new ExperimentOrder(
                        switch (sort.key()) {
                            case "name" -> ExperimentAttribute.NAME;
                            case "experiment_id" -> ExperimentAttribute.NUMBER;
                            case "creation_time" -> ExperimentAttribute.CREATED_AT;
                            case "last_update_time" -> ExperimentAttribute.UPDATED_AT;
                            default -> throw unknown(sort.key());
                        },
                        sort.direction()))
                .toList();
    }

    /** The orders of registered models. */
    public static List<ModelOrder> modelOrders(@Nullable List<String> orderBy) {
        return FilterParser.parseOrder(orderBy).stream()
                .map(sort -> new ModelOrder(
                        switch (sort.key()) {
                            case "name" -> ModelAttribute.NAME;
                            case "creation_timestamp" -> ModelAttribute.CREATED_AT;
                            case "last_updated_timestamp", "timestamp" -> ModelAttribute.UPDATED_AT;
                            default -> throw unknown(sort.key());
                        },
                        sort.direction()))
                .toList();
    }

    /** The orders of versions. */
    public static List<VersionOrder> versionOrders(@Nullable List<String> orderBy) {
        return FilterParser.parseOrder(orderBy).stream()
                .map(sort -> new VersionOrder(
                        switch (sort.key()) {
                            case "name" -> VersionAttribute.NAME;
                            case "version_number" -> VersionAttribute.VERSION;
                            case "creation_timestamp" -> VersionAttribute.CREATED_AT;
                            case "last_updated_timestamp" -> VersionAttribute.UPDATED_AT;
                            default -> throw unknown(sort.key());
                        },
                        sort.direction()))
                .toList();
    }

    private static PlumblineException unknown(String key) {
        return PlumblineException.invalid("order_by", "order_by names '" + key + "', which these are not ordered by");
    }
}
