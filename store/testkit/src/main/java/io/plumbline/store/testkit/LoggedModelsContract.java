package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.failureOf;
import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.LoggedModel;
import io.plumbline.domain.experiment.LoggedModelQuery;
import io.plumbline.domain.experiment.LoggedModelStore;
import io.plumbline.domain.experiment.LoggedModelStore.Output;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.TextMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link LoggedModelStore} does. */
public abstract class LoggedModelsContract {
    private final Id organization = Samples.id();
    private final Id experiment = Samples.id();

    /** The store under test, over the same data each time within a test. */
    protected abstract LoggedModelStore store();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    private LoggedModel add(String name, Optional<Id> run, Instant at) {
        LoggedModel model = new LoggedModel(
                Samples.id(),
                organization,
                experiment,
                7,
                name,
                "agent",
                run,
                LoggedModel.Status.PENDING,
                at,
                at,
                Optional.empty(),
                new TreeMap<>(Map.of("depth", "3")),
                new TreeMap<>(Map.of("team", "Grüße 🙂")));
        store().add(model);
        return model;
    }

    private LoggedModel add(String name) {
        return add(name, Optional.empty(), Samples.BEGIN);
    }

    @Test
    void keepsWhatWasAdded() {
        LoggedModel of = add("one 🙂", Optional.of(Samples.id()), Samples.BEGIN);
        LoggedModel without = add("");
        reopen();
        assertThat(store().find(organization, of.id())).contains(of);
        assertThat(store().find(organization, without.id())).contains(without);
        assertThat(store().find(Samples.id(), of.id())).isEmpty();
        assertThat(store().find(organization, Samples.id())).isEmpty();
    }

    @Test
    void changes() {
        LoggedModel added = add("changing");
        Instant later = Samples.BEGIN.plusSeconds(1);
        LoggedModel ready = added.at(LoggedModel.Status.READY, later)
                .with(new TreeMap<>(Map.of("depth", "4")), new TreeMap<>(), later);
        assertThat(store().change(organization, added.id(), _ -> ready)).isEqualTo(ready);
        assertThat(store().find(organization, added.id())).contains(ready);
        assertThat(failureOf(() -> store().change(Samples.id(), added.id(), found -> found)))
                .containsInstanceOf(Failure.NotFound.class);
    }

    @Test
    void losesNoChangeOfMany() {
        LoggedModel added = add("raced");
        race(number -> store().change(organization, added.id(), found -> {
            TreeMap<String, String> tags = new TreeMap<>(found.tags());
            tags.put("tag " + number, "");
            return found.with(found.params(), tags, Samples.BEGIN);
        }));
        assertThat(store().find(organization, added.id()).orElseThrow().tags()).hasSize(9);
    }

    @Test
    void findsByNameAndRunTheLatestFirst() {
        Id run = Samples.id();
        add("forest", Optional.of(run), Samples.BEGIN);
        add("forest fire", Optional.empty(), Samples.BEGIN.plusSeconds(1));
        add("tree", Optional.of(run), Samples.BEGIN.plusSeconds(2));
        assertThat(names(List.of(), Optional.empty())).containsExactly("tree", "forest fire", "forest");
        assertThat(names(List.of(new TextMatch(Operator.LIKE, "forest%")), Optional.empty()))
                .containsExactly("forest fire", "forest");
        assertThat(names(List.of(), Optional.of(Set.of(run, Samples.id())))).containsExactly("tree", "forest");
        assertThat(names(List.of(new TextMatch(Operator.EQUAL, "x\0")), Optional.empty()))
                .isEmpty();
        assertThat(store().search(Samples.id(), query(List.of(), Optional.empty(), PageRequest.first(9)))
                        .items())
                .isEmpty();
    }

    private List<String> names(List<TextMatch> name, Optional<Set<Id>> runs) {
        return store().search(organization, query(name, runs, PageRequest.first(9))).items().stream()
                .map(LoggedModel::name)
                .toList();
    }

    private LoggedModelQuery query(List<TextMatch> name, Optional<Set<Id>> runs, PageRequest page) {
        return new LoggedModelQuery(List.of(experiment), name, runs, page);
    }

    @Test
    void deletedModelsAreFoundByTheirIdAlone() {
        LoggedModel gone = add("gone");
        add("there");
        store().change(organization, gone.id(), found -> found.deleted(Samples.BEGIN));
        assertThat(names(List.of(), Optional.empty())).containsExactly("there");
        assertThat(store().find(organization, gone.id()).orElseThrow().deletedAt())
                .contains(Samples.BEGIN);
    }

    @Test
    void givesPages() {
        for (int i = 0; i < 7; i++) {
            add("page " + i, Optional.empty(), Samples.BEGIN.minusSeconds(i / 2));
        }
        List<String> seen = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<LoggedModel> page =
                    store().search(organization, query(List.of(), Optional.empty(), PageRequest.after(3, token)));
            page.items().forEach(model -> seen.add(model.name()));
            token = page.next();
        } while (token.isPresent());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen.getLast()).isEqualTo("page 6");
        assertThat(failureOf(() -> store().search(
                                organization,
                                query(List.of(), Optional.empty(), PageRequest.after(3, Optional.of("none"))))))
                .containsInstanceOf(Failure.Invalid.class);
    }

    /** A token goes with its query: another one would be answered by a page of neither. */
    @Test
    void aTokenOfAnotherQueryIsRefused() {
        Id run = Samples.id();
        add("a", Optional.of(run), Samples.BEGIN);
        add("b", Optional.of(run), Samples.BEGIN);
        PageRequest first = PageRequest.first(1);
        Optional<String> token = store().search(organization, query(List.of(), Optional.empty(), first))
                .next();
        assertThat(token).isPresent();
        assertThat(failureOf(() -> store().search(
                                organization, query(List.of(), Optional.of(Set.of(run)), PageRequest.after(1, token)))))
                .containsInstanceOf(Failure.Invalid.class);
    }

    @Test
    void notesOnceWhichModelsARunMade() {
        Id run = Samples.id();
        Id first = Samples.id();
        Id second = Samples.id();
        store().addOutput(run, new Output(second, 2));
        store().addOutput(run, new Output(first, 1));
        store().addOutput(run, new Output(first, 5));
        Id other = Samples.id();
        store().addOutput(other, new Output(second, 3));
        reopen();
        List<Output> ofRun = List.of(new Output(first, 1), new Output(second, 2));
        List<Output> ofOther = List.of(new Output(second, 3));
        assertThat(store().outputs(List.of(run, other, Samples.id()))).isEqualTo(Map.of(run, ofRun, other, ofOther));
        assertThat(store().outputs(List.of())).isEmpty();
    }

    @Test
    void forgetsTheModelsOfAnExperiment() {
        Id run = Samples.id();
        LoggedModel gone = add("gone");
        store().addOutput(run, new Output(gone.id(), 1));
        assertThat(store().removePart(organization, Samples.id())).isFalse();
        assertThat(store().removePart(Samples.id(), experiment)).isFalse();
        assertThat(store().find(organization, gone.id())).isPresent();
        while (store().removePart(organization, experiment)) {
            assertThat(store().find(organization, gone.id())).isEmpty();
        }
        assertThat(store().outputs(List.of(run))).isEmpty();
    }
}
