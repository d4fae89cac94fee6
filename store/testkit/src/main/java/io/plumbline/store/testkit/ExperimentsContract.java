package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Experiment;
import io.plumbline.domain.experiment.ExperimentQuery;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentAttribute;
import io.plumbline.domain.experiment.ExperimentQuery.ExperimentOrder;
import io.plumbline.domain.experiment.ExperimentStore;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Order.Direction;
import io.plumbline.domain.experiment.Owner;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.TagMatch;
import io.plumbline.domain.experiment.TextMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link ExperimentStore} does. */
public abstract class ExperimentsContract {
    private final Id organization = Samples.id();

    /** The store under test, over the same data each time within a test. */
    protected abstract ExperimentStore store();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    /** An experiment of this name, without a number. */
    public static Experiment named(Id organization, String name, Map<String, String> tags) {
        return new Experiment(
                Samples.id(),
                0,
                organization,
                name,
                "a note",
                Lifecycle.ACTIVE,
                new Owner(Samples.id(), "ada"),
                Samples.BEGIN,
                Samples.BEGIN,
                Optional.empty(),
                new TreeMap<>(tags));
    }

    private Experiment add(String name, Map<String, String> tags) {
        return store().add(named(organization, name, tags));
    }

    @Test
    void keepsWhatWasAdded() {
        Experiment added = add("one 🙂", Map.of("a", "b", "c", ""));
        assertThat(added.number()).isPositive();
        reopen();
        assertThat(store().find(organization, added.id())).contains(added);
        assertThat(store().numbered(organization, added.number())).contains(added);
        assertThat(store().named(organization, "one 🙂")).contains(added);
        assertThat(store().find(Samples.id(), added.id())).isEmpty();
        assertThat(store().numbered(Samples.id(), added.number())).isEmpty();
        assertThat(store().named(organization, "x\0")).isEmpty();
    }

    @Test
    void givesEachANumberOfItsOwn() {
        Set<Long> numbers =
                new HashSet<>(race(number -> add("raced " + number, Map.of()).number()));
        assertThat(numbers).hasSize(8);
    }

    @Test
    void givesANameOnce() {
        List<Boolean> won = race(_ -> {
            try {
                add("the one", Map.of());
                return true;
            } catch (PlumblineException taken) {
                assertThat(taken.failure()).isInstanceOf(Failure.AlreadyExists.class);
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
        Experiment other = add("other", Map.of());
        assertThat(failureOf(() -> store().change(organization, other.id(), found -> found.named("the one"))))
                .containsInstanceOf(Failure.AlreadyExists.class);
    }

    @Test
    void losesNoChangeOfMany() {
        Experiment added = add("tagged", Map.of());
        race(number -> store().change(organization, added.id(), found -> {
            TreeMap<String, String> tags = new TreeMap<>(found.tags());
            tags.put("tag " + number, "");
            return found.tagged(tags);
        }));
        assertThat(store().find(organization, added.id()).orElseThrow().tags()).hasSize(8);
        assertThat(failureOf(() -> store().change(organization, Samples.id(), found -> found)))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void findsByNameTagAndLifecycle() {
        add("Alpha", Map.of("team", "risk"));
        add("alphabet", Map.of("team", "growth"));
        Experiment gone = add("beta", Map.of("team", "risk"));
        store().change(organization, gone.id(), found -> found.deleted(Samples.BEGIN));
        assertThat(names(LifecycleView.ACTIVE, Operator.LIKE, "alpha%", List.of()))
                .containsExactly("alphabet");
        assertThat(names(LifecycleView.ACTIVE, Operator.ILIKE, "ALPHA%", List.of()))
                .containsExactly("Alpha", "alphabet");
        assertThat(names(LifecycleView.ALL, Operator.NOT_EQUAL, "Alpha", List.of()))
                .containsExactly("alphabet", "beta");
        assertThat(names(LifecycleView.DELETED, Operator.LIKE, "%", List.of())).containsExactly("beta");
        TagMatch risk = new TagMatch("team", new TextMatch(Operator.EQUAL, "risk"));
        assertThat(names(LifecycleView.ALL, Operator.LIKE, "%", List.of(risk))).containsExactly("Alpha", "beta");
        assertThat(store().tagKeys(organization)).containsExactly("team");
        assertThat(store().tagValues(organization, "team")).containsExactly("growth", "risk");
    }

    private List<String> names(LifecycleView view, Operator operator, String pattern, List<TagMatch> tags) {
        return store()
                .search(organization, query(view, new TextMatch(operator, pattern), tags, PageRequest.first(10)))
                .items()
                .stream()
                .map(Experiment::name)
                .toList();
    }

    private static ExperimentQuery query(LifecycleView view, TextMatch name, List<TagMatch> tags, PageRequest page) {
        return new ExperimentQuery(
                view,
                Optional.empty(),
                List.of(name),
                tags,
                List.of(),
                Optional.empty(),
                List.of(
                        new ExperimentOrder(ExperimentAttribute.CREATED_AT, Direction.ASCENDING),
                        new ExperimentOrder(ExperimentAttribute.NUMBER, Direction.ASCENDING)),
                page);
    }

    @Test
    void givesPages() {
        for (int i = 0; i < 7; i++) {
            add("page " + i, Map.of());
        }
        TextMatch any = new TextMatch(Operator.LIKE, "page%");
        List<String> seen = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<Experiment> page = store().search(
                            organization, query(LifecycleView.ACTIVE, any, List.of(), PageRequest.after(3, token)));
            page.items().forEach(experiment -> seen.add(experiment.name()));
            token = page.next();
        } while (token.isPresent());
        assertThat(seen).containsExactly("page 0", "page 1", "page 2", "page 3", "page 4", "page 5", "page 6");
        Page<Experiment> counted =
                store().search(organization, query(LifecycleView.ACTIVE, any, List.of(), PageRequest.counted(2, 4)));
        assertThat(counted.items()).extracting(Experiment::name).containsExactly("page 4", "page 5");
        assertThat(counted.total()).hasValue(7);
        assertThat(failureOf(() -> store().search(
                                organization,
                                query(LifecycleView.ALL, any, List.of(), PageRequest.after(3, Optional.of("none"))))))
                .containsInstanceOf(Failure.Invalid.class);
    }

    @Test
    void starsForOneUser() {
        Experiment added = add("starred", Map.of());
        Id user = Samples.id();
        store().star(user, added.id());
        store().star(user, added.id());
        assertThat(store().starred(user, Set.of(added.id(), Samples.id()))).containsExactly(added.id());
        assertThat(store().starred(Samples.id(), Set.of(added.id()))).isEmpty();
        store().unstar(user, added.id());
        assertThat(store().starred(user, Set.of(added.id()))).isEmpty();
    }

    @Test
    void forgetsWhatLiesInTheBin() {
        Experiment added = add("in and out", Map.of("team", "risk"));
        store().star(added.owner().user(), added.id());
        store().remove(organization, added.id());
        assertThat(store().find(organization, added.id())).contains(added);
        assertThat(store().starred(added.owner().user(), Set.of(added.id()))).hasSize(1);
        store().change(organization, added.id(), found -> found.deleted(Samples.BEGIN));
        store().remove(Samples.id(), added.id());
        assertThat(store().find(organization, added.id())).isPresent();
        store().remove(organization, added.id());
        assertThat(store().find(organization, added.id())).isEmpty();
        assertThat(store().starred(added.owner().user(), Set.of(added.id()))).isEmpty();
        assertThat(add("in and out", Map.of()).number()).isGreaterThan(added.number());
    }
}
