package io.plumbline.server.credit;

import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.demo.CreditDays;
import io.plumbline.server.output.Emphasis;
import io.plumbline.server.output.Listing;
import io.plumbline.server.report.Figures;
import io.plumbline.server.serve.Timelapse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What monitors found on which day.
 *
 * @param days that have passed
 * @param incidents in the order in which they opened
 * @param places where to look
 */
record Findings(CreditDays days, List<Incident> incidents, Places places) {
    private static final int MOST = 1_000;

    /** Keeps an unmodifiable copy. */
    Findings {
        incidents = List.copyOf(incidents);
    }

    /**
     * Where to look at what was found.
     *
     * @param model that is watched
     * @param drift the monitor of its drift
     * @param production the dataset of its records
     */
    record Places(Id model, Id drift, Id production) {
        private static Places in(Timelapse time) {
            Model model = time.core().registration().list(time.caller()).stream()
                    .filter(each -> each.name().equals(CreditWatch.MODEL))
                    .findFirst()
                    .orElseThrow();
            Monitor drift = time.core().monitors().list(time.caller(), model.id()).stream()
                    .filter(monitor -> monitor.definition().equals(CreditWatch.DRIFT))
                    .findFirst()
                    .orElseThrow();
            Dataset production = time.core()
                    .registration()
                    .production(time.caller(), model.id())
                    .orElseThrow();
            return new Places(model.id(), drift.id(), production.id());
        }
    }

    /** Lets these days pass in an empty folder. */
    static Findings ofRun(Configuration configuration, CreditDays days, Progress progress) {
        try (Timelapse time = Timelapse.open(configuration, CreditWatch.beginOf(days.firstDay()))) {
            new CreditWatch(time, days).run(progress);
            return of(time, days);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what was found earlier. */
    static Findings kept(Configuration configuration, CreditDays days, Instant now) {
        try (Timelapse time = Timelapse.open(configuration, now)) {
            return of(time, days);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Findings of(Timelapse time, CreditDays days) {
        IncidentQuery all =
                new IncidentQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), MOST);
        return new Findings(
                days,
                time.core().measurements().incidents(time.caller(), all).stream()
                        .sorted(Comparator.comparing(Incident::openedAt)
                                .thenComparing(Incident::metric)
                                .thenComparing(Findings::about))
                        .toList(),
                Places.in(time));
    }

    /** The column or the group that an incident is about; empty where it is about all records. */
    static String about(Incident incident) {
        return Optional.ofNullable(incident.tags().get("field_name"))
                .or(() -> Optional.ofNullable(incident.tags().get("feature_value")))
                .orElse("");
    }

    /** The day, counted from 1, at whose end something happened. */
    long dayOf(Instant moment) {
        return Duration.between(CreditWatch.beginOf(days.firstDay()), moment).toDays();
    }

    /** Writes them for a person. */
    void show(PrintWriter out, Emphasis emphasis) throws IOException {
        out.println();
        out.println("In " + days.count() + " days from " + days.firstDay() + " on, the monitors of the model "
                + CreditWatch.MODEL + " found:");
        List<List<String>> rows = incidents.stream().map(this::row).toList();
        new Listing(List.of("day", "metric", "of", "value", "limit", "until day"), rows).writeTable(out, emphasis);
        out.println();
        out.println("What was planted:");
        planted(out, days.unfairDay(), "from", "a new release of the model is unfair to women");
        planted(
                out,
                days.brokenDay(),
                "on",
                "a broken feed: the credit bureau is silent, half of the applications are lost");
        planted(out, days.driftDay(), "from", "interest_rate, credit_utilization, online_application drift");
        out.println("  Outcomes are known " + CreditDays.LABEL_DELAY
                + " days later, and quality tells of these days then.");
    }

    private static void planted(PrintWriter out, int day, String when, String what) {
        out.printf("  %-4s day %2d  %s%n", when, day, what);
    }

    private List<String> row(Incident incident) {
        return List.of(
                Long.toString(dayOf(incident.openedAt())),
                incident.metric(),
                about(incident),
                Figures.rounded(incident.value()),
                Figures.rounded(incident.limit()),
                incident.closedAt().map(this::dayOf).map(day -> "" + day).orElse("open"));
    }
}
