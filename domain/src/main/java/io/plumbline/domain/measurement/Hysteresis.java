package io.plumbline.domain.measurement;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When incidents open and close. One opens with the first number out of its limits. It closes after so many good ones in a row, or at once
 * by one that is within the broken limit by a margin, so that a number which wavers about its limit is one incident and not many.
 *
 * @param goodChecks how many good numbers in a row close an incident, at least 1
 * @param margin by how much a number must be within the limit to close it at once; empty where none does
 */
public record Hysteresis(int goodChecks, OptionalDouble margin) {
    /** The setting of a monitor for {@link #goodChecks}. */
    public static final String GOOD_CHECKS = "incident_good_checks";

    /** The setting of a monitor for {@link #margin}. */
    public static final String MARGIN = "incident_margin";

    private static final int DEFAULT_GOOD_CHECKS = 2;

    /** Checks both. */
    public Hysteresis {
        if (goodChecks < 1) {
            throw PlumblineException.invalid(GOOD_CHECKS, GOOD_CHECKS + " must be at least 1");
        }
        if (margin.isPresent() && margin.getAsDouble() < 0) {
            throw PlumblineException.invalid(MARGIN, MARGIN + " must not be negative");
        }
    }

    /**
     * As the settings of a monitor have it, and by two good checks where they say nothing.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the setting
     */
    public static Hysteresis of(Facts settings) {
        long checks = settings.count(GOOD_CHECKS).orElse(DEFAULT_GOOD_CHECKS);
        return new Hysteresis((int) Math.min(checks, Integer.MAX_VALUE), settings.number(MARGIN));
    }

    /**
     * The incidents that a measurement opens, carries on or closes. A number that could not be computed changes none, and neither does one that
     * speaks of a time before the last that counted.
     *
     * @param open the open incidents of the monitor
     * @param ids of new incidents
     */
    public List<Incident> judge(Measurement measurement, List<Incident> open, Ids ids) {
        List<Incident> changed = new ArrayList<>();
        for (Reading reading : measurement.readings()) {
            if (reading.value().isPresent()) {
                judge(measurement, reading, of(open, reading), ids).ifPresent(changed::add);
            }
        }
        return changed;
    }

    private static Optional<Incident> of(List<Incident> open, Reading reading) {
        return open.stream()
                .filter(incident -> incident.metric().equals(reading.metric())
                        && incident.tags().equals(reading.tags()))
                .findFirst();
    }

    private Optional<Incident> judge(Measurement measurement, Reading reading, Optional<Incident> open, Ids ids) {
        Optional<Side> broken = broken(reading);
        if (open.isEmpty()) {
            return broken.map(side -> Incident.opened(ids.next(), measurement, reading, side));
        }
        Incident incident = open.get();
        if (measurement.at().isBefore(incident.lastAt())) {
            return Optional.empty();
        }
        return Optional.of(broken.map(side -> incident.broken(measurement, reading, side))
                .orElseGet(() -> ends(incident, reading) ? incident.closed(measurement) : incident.good(measurement)));
    }

    private static Optional<Side> broken(Reading reading) {
        if (reading.isBreach(Side.LOWER)) {
            return Optional.of(Side.LOWER);
        }
        return reading.isBreach(Side.UPPER) ? Optional.of(Side.UPPER) : Optional.empty();
    }

    private boolean ends(Incident incident, Reading reading) {
        return incident.goodStreak() + 1 >= goodChecks || isFarWithin(incident, reading);
    }

    private boolean isFarWithin(Incident incident, Reading reading) {
        if (margin.isEmpty()) {
            return false;
        }
        double value = reading.value().orElseThrow();
        double limit = reading.limit(incident.side()).orElse(incident.limit());
        double distance = incident.side() == Side.LOWER ? value - limit : limit - value;
        return distance >= margin.getAsDouble();
    }
}
