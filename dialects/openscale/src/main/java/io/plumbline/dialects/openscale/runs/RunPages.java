package io.plumbline.dialects.openscale.runs;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.MonitoringRunList;
import io.plumbline.dialects.openscale.wire.PageLink;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.CheckQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of the runs of a monitor.
 *
 * @param monitor whose runs they are
 * @param limit how many runs it has at most
 */
record RunPages(String monitor, int limit) {
    /** Stands between the time and the id of the run that the page before ended with. */
    private static final String SEPARATOR = "_";

    /**
     * The question for the page at a token, and one run more, which tells whether another page follows.
     *
     * @param start the token; null for the first page
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where this dialect gave no such token
     */
    CheckQuery query(@Nullable String start) {
        return new CheckQuery(List.of(), Optional.ofNullable(start).map(RunPages::position), 0, limit + 1);
    }

    private static CheckQuery.Position position(String token) {
        String[] parts = token.split(SEPARATOR, -1);
        try {
            Optional<Id> id = WireId.parse(parts[parts.length - 1]);
            if (parts.length == 2 && id.isPresent()) {
                return new CheckQuery.Position(Instant.parse(parts[0]), id.get());
            }
        } catch (DateTimeException e) {
            throw unknown(token);
        }
        throw unknown(token);
    }

    private static PlumblineException unknown(String token) {
        return PlumblineException.invalid("start", "the parameter start is no token of a page: " + token);
    }

    /** The page as it goes over the wire. */
    MonitoringRunList wire(List<Check> found, long total) {
        List<Check> page = found.subList(0, Math.min(limit, found.size()));
        return MonitoringRunList.builder()
                .runs(page.stream().map(Runs::wire).toList())
                .totalCount(total)
                .limit(limit)
                .first(link(""))
                .next(found.size() > limit ? link("&start=" + token(page.getLast())) : null)
                .build();
    }

    private static String token(Check last) {
        return last.createdAt() + SEPARATOR + WireId.of(last.id());
    }

    private PageLink link(String start) {
        return PageLink.builder()
                .url(Runs.collection(monitor) + "?limit=" + limit + start)
                .build();
    }
}
