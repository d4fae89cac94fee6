package io.plumbline.domain.check;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.measurement.Publication;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.measurement.Reading;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler.PostponedException;
import io.plumbline.domain.task.TaskHandler.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks of monitors that are measured outside of this server: asks the provider, and waits until it has answered with numbers, has
 * published some for the check, or has said that it is done or failed.
 */
final class ProvidedChecks {
    private static final Duration GLANCE = Duration.ofMillis(300);

    private final CheckStore checks;
    private final Published published;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Semaphore places;

    /** So many at one time; the others are put back in line, so that waiting leaves room for what this server measures itself. */
    ProvidedChecks(CheckStore checks, Published published, Recorder recorder, InstantSource clock, int atOnce) {
        this.checks = checks;
        this.published = published;
        this.recorder = recorder;
        this.clock = clock;
        this.places = new Semaphore(atOnce);
    }

    /** When the check before this one was asked for that finished. */
    Optional<Instant> lastCheck(Check check) {
        CheckQuery newest = new CheckQuery(List.of(Task.State.FINISHED), Optional.empty(), 0, 1);
        return checks.list(check.organization(), check.monitor(), newest).stream()
                .map(Check::createdAt)
                .findFirst();
    }

    void run(MetricsProvider provider, MetricsProvider.Question question, Progress progress) {
        if (published.any(question.check())) {
            // It was asked, and answered, before the server ended.
            recorder.conclude(question.check(), published.outcome(question.check()));
            return;
        }
        if (!places.tryAcquire()) {
            throw new PostponedException();
        }
        try {
            provider.verify();
            await(provider, question, progress);
        } finally {
            places.release();
        }
    }

    private void await(MetricsProvider provider, MetricsProvider.Question question, Progress progress) {
        Instant asked = clock.instant();
        Future<List<Group>> answer = provider.ask(question);
        try {
            while (!isOver(question, answer, asked)) {
                progress.report(0, 1, "waiting for the custom metrics provider");
                if (!clock.instant().isBefore(asked.plus(provider.patience()))) {
                    recorder.conclude(question.check(), late(question.check(), provider));
                    return;
                }
                pause(answer);
            }
        } finally {
            answer.cancel(true);
        }
    }

    private boolean isOver(MetricsProvider.Question question, Future<List<Group>> answer, Instant asked) {
        Check check = question.check();
        Optional<Check.Outcome> told =
                checks.find(check.organization(), check.id()).flatMap(Check::outcome);
        if (told.isPresent()) {
            requireGood(told.get());
            return true;
        }
        return answer.isDone() && isAnswered(question, result(answer), asked);
    }

    private boolean isAnswered(MetricsProvider.Question question, List<Group> groups, Instant asked) {
        Check check = question.check();
        if (!groups.isEmpty()) {
            Recorder.Look look =
                    new Recorder.Look(check, question.monitor(), question.settings(), Optional.empty(), asked);
            List<Reading> readings =
                    Measurements.readings(question.monitor(), question.definition(), said(check, groups, asked), 0);
            recorder.keep(look, new Evaluation.Measured(readings, List.of(), 0, ""));
            return true;
        }
        if (published.any(check)) {
            recorder.conclude(check, published.outcome(check));
            return true;
        }
        return false;
    }

    private static Publication said(Check check, List<Group> groups, Instant asked) {
        return new Publication(Optional.empty(), asked, Optional.of(check.id()), groups, List.of(), Facts.NONE);
    }

    /**
     * Fails where a check was told to have failed.
     *
     * @throws PlumblineException with the reason
     */
    static void requireGood(Check.Outcome outcome) {
        if (outcome.result() == Check.Result.FAILED) {
            throw new PlumblineException(new Failure.Conflict(outcome.message()));
        }
    }

    private Check.Outcome late(Check check, MetricsProvider provider) {
        if (!published.any(check)) {
            throw new PlumblineException(new Failure.Unreachable("the custom metrics provider published nothing in "
                    + provider.patience().toSeconds() + " s"));
        }
        return published.outcome(check);
    }

    private static List<Group> result(Future<List<Group>> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static void pause(Future<List<Group>> answer) {
        try {
            if (answer.isDone()) {
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            } else {
                answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | ExecutionException lookedAtNext) {
            return;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static PlumblineException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new PlumblineException(
                new Failure.Unreachable("the custom metrics provider was not waited for"), interrupted);
    }
}
