package io.plumbline.dialects.openscale.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.MonitoringRun;
import io.plumbline.dialects.openscale.wire.MonitoringRunList;
import io.plumbline.dialects.openscale.wire.RunRequest;
import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.Check.Outcome;
import io.plumbline.domain.check.Check.Request;
import io.plumbline.domain.check.Check.Result;
import io.plumbline.domain.check.Check.Trigger;
import io.plumbline.domain.check.CheckQuery;
import io.plumbline.domain.task.Task.State;
import io.plumbline.http.patch.JsonPatchOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunsTest {
    private static final JsonMapper MAPPER = OpenScaleJson.mapper();
    private static final Instant ASKED = Instant.parse("2025-01-27T09:00:35.032Z");
    private static final Instant STARTED = Instant.parse("2025-01-27T09:00:35.038Z");
    private static final Instant ENDED = Instant.parse("2025-01-27T09:00:36Z");
    private static final Id MONITOR = new Id(7, 8);

    @Test
    void aRunThatFinishedTellsHowManyRecordsItLookedAt() {
        Outcome outcome = new Outcome(Result.MEASURED, "it went well", Optional.empty(), 12);
        MonitoringRun run = Runs.wire(check(State.FINISHED, "", Optional.of(outcome)));
        assertThat(shown(run.entity())).isEqualTo(MAPPER.readTree("""
                        {"triggered_by": "webhook",
                         "parameters": {"min_samples": 10, "total_records_processed": 12},
                         "expiration_date": "2025-02-01T00:00:00.000000Z",
                         "status": {"state": "finished", "queued_at": "2025-01-27T09:00:35.032000Z",
                           "started_at": "2025-01-27T09:00:35.038000Z", "updated_at": "2025-01-27T09:00:36.000000Z",
                           "completed_at": "2025-01-27T09:00:36.000000Z", "message": "it went well", "operators": []}}
                        """));
        String monitor = WireId.of(MONITOR);
        assertThat(run.metadata().url())
                .isEqualTo("/v2/monitor_instances/" + monitor + "/runs/"
                        + run.metadata().id());
    }

    @ParameterizedTest
    @CsvSource({"FAILED, PLB5001E, the disk broke", "CANCELLED, PLB4093E, it was CANCELLED"})
    void whatDidNotFinishTellsWhy(State state, String code, String message) {
        String said = state == State.FAILED ? message : "";
        JsonNode status =
                shown(Runs.entity(check(state, said, Optional.empty())).status());
        assertThat(status.path("state").asString()).isEqualTo("error");
        assertThat(status.at("/failure/errors/0/code").asString()).isEqualTo(code);
        assertThat(status.at("/failure/errors/0/message").asString()).isEqualTo(message);
        assertThat(status.at("/failure/trace").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"event, EVENT", "scheduler, SCHEDULER", "user, USER", "webhook, WEBHOOK"})
    void aRequestIsReadAsItIsShown(String word, Trigger trigger) {
        RunRequest request = MAPPER.readValue(
                "{\"triggered_by\": \"" + word
                        + "\", \"parameters\": {\"a\": {\"b\": [1]}}, \"expiration_date\": \"2026-01-01T00:00:00Z\"}",
                RunRequest.class);
        Request read = Runs.request(request);
        assertThat(read.trigger()).isEqualTo(trigger);
        Check check = new Check(
                new Id(1, 1),
                new Id(1, 2),
                Optional.empty(),
                MONITOR,
                read,
                State.QUEUED,
                0,
                0,
                "",
                Optional.empty(),
                "somebody",
                ASKED,
                Optional.empty(),
                Optional.empty());
        JsonNode shown = shown(Runs.entity(check));
        assertThat(shown.path("triggered_by").asString()).isEqualTo(word);
        assertThat(shown.path("parameters")).isEqualTo(MAPPER.readTree("{\"a\": {\"b\": [1]}}"));
        assertThat(shown.path("expiration_date").asString()).isEqualTo("2026-01-01T00:00:00.000000Z");
    }

    @Test
    void aUserTriggersWhereNobodyIsNamed() {
        assertThat(Runs.request(MAPPER.readValue("{}", RunRequest.class)).trigger())
                .isEqualTo(Trigger.USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canceled", "cancelled"})
    void aPatchCancels(String state) {
        assertThat(RunPatch.of(running(), replace("/status/state", "\"" + state + "\"")))
                .isEqualTo(new RunPatch.Cancel());
    }

    @Test
    void aPatchThatChangesNothingDoesNot() {
        assertThat(RunPatch.of(running(), List.of())).isEqualTo(new RunPatch.Nothing());
        assertThat(RunPatch.of(running(), replace("/status/state", "\"running\"")))
                .isEqualTo(new RunPatch.Nothing());
    }

    @Test
    void aProviderSaysThatItIsOver() {
        List<JsonPatchOperation> finished = new ArrayList<>(replace("/status/state", "\"finished\""));
        finished.addAll(replace("/status/completed_at", "\"2026-01-01T00:00:00.123456Z\""));
        assertThat(RunPatch.of(running(), finished)).isEqualTo(new RunPatch.End(Optional.empty()));
        List<JsonPatchOperation> failed = new ArrayList<>(replace("/status/state", "\"error\""));
        assertThat(RunPatch.of(running(), failed))
                .isEqualTo(new RunPatch.End(Optional.of("the custom metrics provider says that it failed")));
        failed.addAll(replace(
                "/status/failure", "{\"trace\": \"t\", \"errors\": [{\"code\": \"c\", \"message\": \"no money\"}]}"));
        assertThat(RunPatch.of(running(), failed)).isEqualTo(new RunPatch.End(Optional.of("no money")));
    }

    @ParameterizedTest
    @CsvSource({
        "/status/state, '\"queued\"'",
        "/status/state, 7",
        "/status/failure, '{}'",
        "/status, '{\"state\":\"canceled\"}'",
        "/status, 7",
        "/triggered_by, '\"user\"'",
        "/parameters/min_samples, 11"
    })
    void nothingElseIsPatched(String path, String value) {
        assertThatThrownBy(() -> RunPatch.of(running(), replace(path, value)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("canceled");
    }

    @Test
    void pagesFollowEachOther() {
        Check older = check(State.FINISHED, "", Optional.empty());
        RunPages pages = new RunPages(WireId.of(MONITOR), 1);
        MonitoringRunList first = pages.wire(List.of(running(), older), 2);
        assertThat(first.runs()).hasSize(1);
        assertThat(first.totalCount()).isEqualTo(2);
        String next = Objects.requireNonNull(first.next()).url();
        CheckQuery query = pages.query(next.substring(next.indexOf("start=") + "start=".length()));
        assertThat(query.after())
                .contains(
                        new CheckQuery.Position(running().createdAt(), running().id()));
        assertThat(query.limit()).isEqualTo(2);
        assertThat(pages.wire(List.of(older), 2).next()).isNull();
        assertThat(pages.query(null).after()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "_", "2025-01-27T09:00:35Z_nobody", "later_00000000-0000-8000-8000-000000000001"
            })
    void aTokenIsOneThatWasGiven(String token) {
        assertThatThrownBy(() -> new RunPages("m", 1).query(token))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("start");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateHasAWord(State state) {
        assertThat(Runs.entity(check(state, "", Optional.empty())).status().state())
                .isNotNull();
    }

    private static JsonNode shown(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    private static Check running() {
        return check(State.RUNNING, "", Optional.empty());
    }

    private static List<JsonPatchOperation> replace(String path, String value) {
        return Arrays.asList(MAPPER.readValue(
                "[{\"op\": \"replace\", \"path\": \"" + path + "\", \"value\": " + value + "}]",
                JsonPatchOperation[].class));
    }

    private static Check check(State state, String message, Optional<Outcome> outcome) {
        return new Check(
                new Id(1, 1),
                new Id(1, 2),
                Optional.empty(),
                MONITOR,
                new Request(
                        Trigger.WEBHOOK,
                        Optional.empty(),
                        Optional.empty(),
                        Facts.of("min_samples", 10),
                        Facts.of("expiration_date", "2025-02-01T00:00:00Z")),
                state,
                0,
                0,
                message,
                outcome,
                "somebody",
                ASKED,
                Optional.of(STARTED),
                state.isOver() ? Optional.of(ENDED) : Optional.empty());
    }
}
