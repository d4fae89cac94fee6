package io.plumbline.domain.check;

import io.plumbline.domain.Id;
import io.plumbline.domain.monitor.Monitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps checks, and puts them in line as durable background work. Each call is one transaction; what it returned from is durable. */
public interface CheckStore {
    /** The kind of tasks that checks are. */
    String KIND = "monitor.check";

    /** Keeps a check of this monitor and puts it in line. */
    Check submit(Monitor monitor, Check.Request request, String createdBy);

    /**
     * Keeps a check that was due and moves the schedule on, unless somebody did so before.
     *
     * @param due when the check was due, as {@link Planned} told
     * @param next when the next one is
     * @param request empty to move the schedule on without a check, because there is nothing new
     * @param marker of the data that this look saw
     * @return whether this call moved it on
     */
    boolean proceed(Monitor monitor, Instant due, Instant next, Optional<Check.Request> request, String marker);

    /** The check with this id. */
    Optional<Check> find(Id organization, Id id);

    /** Checks of a monitor as asked for. */
    List<Check> list(Id organization, Id monitor, CheckQuery query);

    /** How many checks of a monitor there are. */
    long count(Id organization, Id monitor);

    /** Whether it is this check's turn: no other of the monitor runs, and none that was asked for before waits. */
    boolean isNext(Id organization, Id id);

    /** Notes what came out of a check, once: what was noted first stays. */
    void conclude(Id organization, Id id, Check.Outcome outcome);

    /** The monitors whose schedule has changed since it was planned, or was never planned, of all organizations. */
    List<Monitor> unplanned(int limit);

    /** Notes when the first check of a monitor is due by its schedule as of this revision; empty where none is. */
    void plan(Monitor monitor, Optional<Instant> due);

    /** The monitors that are due at this time, of all organizations, the longest due first. */
    List<Planned> due(Instant now, int limit);

    /**
     * A monitor that is due.
     *
     * @param monitor as it is now
     * @param due since when
     * @param marker of the data that its last scheduled look saw; empty at the first
     */
    record Planned(Monitor monitor, Instant due, String marker) {}
}
