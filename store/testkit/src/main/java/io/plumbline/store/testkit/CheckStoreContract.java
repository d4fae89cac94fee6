package io.plumbline.store.testkit;

import static io.plumbline.store.testkit.Racing.race;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.Repository;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Outcome;
import io.plumbline.domain.check.Check.Request;
import io.plumbline.domain.check.Check.Result;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.check.CheckQuery;
import io.plumbline.domain.check.CheckStore;
import io.plumbline.domain.check.CheckStore.Planned;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Schedule;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link CheckStore} does with checks and with what is due. */
public abstract class CheckStoreContract {
    private static final Instant DUE = Samples.BEGIN;
    private static final Instant NEXT = Samples.BEGIN.plusSeconds(3600);

    private final Id organization = Samples.id();

    /** The store under test, over the same data each time within a test. */
    protected abstract CheckStore store();

    /** The tasks that checks are. */
    protected abstract Tasks tasks();

    /** The monitors that are checked. */
    protected abstract Repository<Monitor> monitors();

    /** Closes the store and opens it again. */
    protected abstract void reopen();

    private Monitor monitor() {
        Monitor monitor = new Monitor(Samples.header(organization), "drift", Samples.id(), "", Document.EMPTY)
                .with(Optional.of(Schedule.every(1, ChronoUnit.HOURS)));
        monitors().add(monitor);
        return monitor;
    }

    private Check submit(Monitor monitor) {
        return store().submit(monitor, Request.by(Trigger.USER), "ada");
    }

    private Check find(Check check) {
        return store().find(organization, check.id()).orElseThrow();
    }

    @Test
    void keepsWhatWasAskedForAndPutsItInLine() {
        Request request = new Request(
                Trigger.WEBHOOK,
                Optional.of(new Window(Samples.BEGIN.minusSeconds(60), Samples.BEGIN)),
                Optional.of(LocalDate.parse("2026-02-03")),
                Facts.of("min_samples", 5),
                Facts.of("triggered_by", "me"));
        Check check = store().submit(monitor(), request, "grace");
        reopen();
        assertThat(find(check)).isEqualTo(check);
        assertThat(check.request()).isEqualTo(request);
        assertThat(check.state()).isEqualTo(Task.State.QUEUED);
        assertThat(check.createdBy()).isEqualTo("grace");
        assertThat(tasks().find(organization, check.id()).orElseThrow().kind()).isEqualTo(CheckStore.KIND);
        assertThat(store().find(Samples.id(), check.id())).isEmpty();
    }

    @Test
    void listsTheNewestFirst() {
        Monitor monitor = monitor();
        List<Check> made = List.of(submit(monitor), submit(monitor), submit(monitor));
        submit(monitor());
        List<Check> all = store().list(organization, monitor.id(), CheckQuery.newest(10));
        assertThat(all).containsExactlyInAnyOrderElementsOf(made);
        assertThat(store().count(organization, monitor.id())).isEqualTo(3);
        Check first = all.getFirst();
        CheckQuery behind =
                new CheckQuery(List.of(), Optional.of(new CheckQuery.Position(first.createdAt(), first.id())), 0, 10);
        assertThat(store().list(organization, monitor.id(), behind)).isEqualTo(all.subList(1, 3));
        tasks().cancel(organization, first.id());
        CheckQuery waiting = new CheckQuery(List.of(Task.State.QUEUED), Optional.empty(), 0, 10);
        assertThat(store().list(organization, monitor.id(), waiting)).isEqualTo(all.subList(1, 3));
    }

    @Test
    void oneOfAMonitorComesAfterTheOther() {
        Monitor monitor = monitor();
        submit(monitor);
        submit(monitor);
        List<Check> all = store().list(organization, monitor.id(), CheckQuery.newest(10));
        Check first = all.get(1);
        Check second = all.get(0);
        assertThat(store().isNext(organization, first.id())).isTrue();
        assertThat(store().isNext(organization, second.id())).isFalse();
        store().conclude(organization, first.id(), outcome());
        assertThat(store().isNext(organization, second.id())).isTrue();
        Check other = submit(monitor());
        assertThat(store().isNext(organization, other.id())).isTrue();
    }

    private static Outcome outcome() {
        return new Outcome(
                Result.NOT_COMPUTABLE,
                "no records",
                Optional.of(new Window(Samples.BEGIN, Samples.BEGIN.plusSeconds(1))),
                42);
    }

    @Test
    void whatWasConcludedFirstStays() {
        Check check = submit(monitor());
        store().conclude(organization, check.id(), outcome());
        store().conclude(organization, check.id(), new Outcome(Result.MEASURED, "", Optional.empty(), 1));
        assertThat(find(check).outcome()).contains(outcome());
        assertThat(find(check).state()).isEqualTo(Task.State.FINISHED);
    }

    @Test
    void whatWasToldToHaveFailedHasFailed() {
        Monitor monitor = monitor();
        Check good = submit(monitor);
        Check bad = submit(monitor);
        store().conclude(organization, good.id(), outcome());
        store().conclude(organization, bad.id(), new Outcome(Result.FAILED, "no money", Optional.empty(), 0));
        assertThat(find(bad).state()).isEqualTo(Task.State.FAILED);
        assertThat(listed(monitor, Task.State.FAILED)).containsExactly(bad.id());
        assertThat(listed(monitor, Task.State.FINISHED)).containsExactly(good.id());
    }

    private List<Id> listed(Monitor monitor, Task.State state) {
        CheckQuery query = new CheckQuery(List.of(state), Optional.empty(), 0, 10);
        return store().list(organization, monitor.id(), query).stream()
                .map(Check::id)
                .toList();
    }

    @Test
    void aMonitorIsPlannedOncePerRevision() {
        Monitor monitor = monitor();
        assertThat(store().unplanned(10)).containsExactly(monitor);
        store().plan(monitor, Optional.of(DUE));
        assertThat(store().unplanned(10)).isEmpty();
        Monitor changed = monitor.with(Samples.changed(monitor.header()));
        monitors().replace(changed);
        assertThat(store().due(NEXT, 10)).isEmpty();
        assertThat(store().unplanned(10)).containsExactly(changed);
        store().plan(changed, Optional.empty());
        assertThat(store().due(NEXT, 10)).isEmpty();
        assertThat(store().unplanned(10)).isEmpty();
    }

    @Test
    void whatIsDueComesOnce() {
        Monitor monitor = monitor();
        store().plan(monitor, Optional.of(DUE));
        assertThat(store().due(DUE.minusMillis(1), 10)).isEmpty();
        reopen();
        assertThat(store().due(DUE, 10)).containsExactly(new Planned(monitor, DUE, ""));
        List<Boolean> won =
                race(number -> store().proceed(monitor, DUE, NEXT, Optional.of(Request.by(Trigger.SCHEDULER)), "5:3"));
        assertThat(won).containsOnlyOnce(true);
        assertThat(store().count(organization, monitor.id())).isEqualTo(1);
        assertThat(store().due(NEXT, 10)).containsExactly(new Planned(monitor, NEXT, "5:3"));
        assertThat(store().proceed(monitor, NEXT, NEXT.plusSeconds(1), Optional.empty(), "5:3"))
                .isTrue();
        assertThat(store().count(organization, monitor.id())).isEqualTo(1);
    }

    @Test
    void whatIsGoneIsNotDue() {
        Monitor monitor = monitor();
        store().plan(monitor, Optional.of(DUE));
        monitors().remove(organization, monitor.id());
        assertThat(store().due(DUE, 10)).isEmpty();
        assertThat(store().unplanned(10)).isEmpty();
    }
}
