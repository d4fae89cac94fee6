package io.plumbline.domain.measurement;

import io.plumbline.domain.Id;
import java.util.List;
import java.util.Optional;

/** Keeps measurements, which are never changed, and incidents. Each call is one transaction; what it returned from is durable. */
public interface MeasurementStore {
    /**
     * Keeps measurements together with what follows from them for incidents, all or nothing. One whose id is kept already is passed over. Two
     * calls for one monitor come one after the other.
     *
     * @param measurements of one monitor
     * @param judge is given a measurement and the open incidents of the monitor, and tells those that change. It is asked in the order of the
     *     time that measurements speak of, and not for one that is older than the newest that is kept
     * @return how many were kept
     */
    int append(List<Measurement> measurements, Judge judge);

    /** Says what follows from a measurement. */
    @FunctionalInterface
    interface Judge {
        /** The incidents that are new or changed. */
        List<Incident> judge(Measurement measurement, List<Incident> open);
    }

    /** The measurement with this id, with its evidence. */
    Optional<Measurement> find(Id organization, Id id);

    /** Measurements of a monitor as asked for. */
    List<Measurement> list(Id organization, Id monitor, MeasurementQuery query);

    /**
     * The newest measurements of each of some monitors, those of a monitor together.
     *
     * @param query whose limit holds for each monitor
     */
    List<Measurement> latest(Id organization, List<Id> monitors, MeasurementQuery query);

    /** Metrics of a monitor over time. Numbers that could not be computed do not count. */
    Series series(Id organization, Id monitor, SeriesQuery query);

    /** The incident with this id. */
    Optional<Incident> incident(Id organization, Id id);

    /** Incidents as asked for. */
    List<Incident> incidents(Id organization, IncidentQuery query);
}
