package io.plumbline.server.openscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Id;
import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a user may do who holds roles in projects only: one that she edits, one that she reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectGrantsTest {
    private static final String MART = "{\"name\":\"mart\",\"internal_database\":true}";
    private static final String RECORDS = "[{\"age\":41}]";

    private RunningServer server;
    private Subscription everywhere;
    private Subscription credit;
    private Subscription claims;

    /** A subscription that the administrator made, with what it needs, in one project or in none. */
    private record Subscription(String mart, String provider, String id, String dataSet) {
        List<String> paths() {
            return List.of(
                    "/v2/data_marts/" + mart,
                    "/v2/service_providers/" + provider,
                    "/v2/subscriptions/" + id,
                    "/v2/data_sets/" + dataSet,
                    "/v2/data_sets/" + dataSet + "/records");
        }
    }

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        everywhere = subscription("", "e");
        credit = subscription(in(RunningServer.CREDIT), "c");
        claims = subscription(in(RunningServer.CLAIMS), "k");
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    private static String in(Id project) {
        return "?project_id=" + WireId.of(project);
    }

    private Subscription subscription(String place, String deployment) {
        String mart = made("/v2/data_marts" + place, MART);
        String provider = made(
                "/v2/service_providers" + place,
                "{\"name\":\"engine\",\"service_type\":\"custom_machine_learning\",\"credentials\":{}}");
        String id = made("/v2/subscriptions" + place, request(mart, provider, deployment));
        JsonNode dataSets = server.get("/v2/data_sets?target.target_id=" + id).json();
        return new Subscription(
                mart, provider, id, dataSets.at("/data_sets/0/metadata/id").asString());
    }

    private String made(String path, String body) {
        Answer made = server.post(path, body);
        assertThat(made.status()).as(made.text()).isBetween(200, 202);
        return made.id();
    }

    private static String request(String mart, String provider, String deployment) {
        return "{\"data_mart_id\":\"" + mart + "\",\"service_provider_id\":\"" + provider
                + "\",\"asset\":{\"asset_id\":\"a\",\"name\":\"n\",\"url\":\"http://host.example\","
                + "\"asset_type\":\"model\",\"input_data_type\":\"structured\",\"problem_type\":\"binary\"},"
                + "\"deployment\":{\"deployment_id\":\"" + deployment
                + "\",\"name\":\"d\",\"deployment_type\":\"online\"}}";
    }

    private int status(String method, String path, @Nullable String body) {
        return server.call(RunningServer.MEMBER, method, path, body).status();
    }

    @Test
    void sheReadsWhatIsInHerProjectsAndFindsNothingElse() {
        for (String path : credit.paths()) {
            assertThat(status("GET", path, null)).as(path).isEqualTo(200);
        }
        for (String path : claims.paths()) {
            assertThat(status("GET", path, null)).as(path).isEqualTo(200);
        }
        for (String path : everywhere.paths()) {
            assertThat(status("GET", path, null)).as(path).isEqualTo(404);
        }
    }

    @Test
    void listsHoldWhatIsInHerProjects() {
        assertThat(listed("data_marts")).contains(credit.mart(), claims.mart()).doesNotContain(everywhere.mart());
        assertThat(listed("service_providers"))
                .contains(credit.provider(), claims.provider())
                .doesNotContain(everywhere.provider());
        assertThat(listed("subscriptions")).contains(credit.id(), claims.id()).doesNotContain(everywhere.id());
        assertThat(listed("data_sets"))
                .contains(credit.dataSet(), claims.dataSet())
                .doesNotContain(everywhere.dataSet());
        assertThat(listed("operational_spaces"))
                .contains(WireId.of(RunningServer.CREDIT), WireId.of(RunningServer.CLAIMS));
    }

    private List<String> listed(String collection) {
        Answer answer = server.call(RunningServer.MEMBER, "GET", "/v2/" + collection, null);
        assertThat(answer.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json()
                .path(collection)
                .forEach(found -> ids.add(found.at("/metadata/id").asString()));
        return ids;
    }

    @Test
    void sheAddsToTheProjectThatSheEdits() {
        assertThat(status("POST", "/v2/data_marts" + in(RunningServer.CREDIT), MART))
                .isBetween(200, 202);
        assertThat(status("POST", "/v2/data_marts" + in(RunningServer.CLAIMS), MART))
                .isEqualTo(403);
        assertThat(status("POST", "/v2/data_marts", MART)).isEqualTo(403);
        assertThat(status("POST", "/v2/operational_spaces", "{\"name\":\"mine\"}"))
                .as("a project is made by who holds a role in the organization")
                .isEqualTo(403);
    }

    @Test
    void aSubscriptionOfHersNamesNothingThatSheDoesNotSee() {
        String path = "/v2/subscriptions" + in(RunningServer.CREDIT);
        assertThat(status("POST", path, request(everywhere.mart(), credit.provider(), "x")))
                .isEqualTo(400);
        assertThat(status("POST", path, request(credit.mart(), credit.provider(), "x")))
                .isBetween(200, 202);
    }

    @Test
    void recordsAreAddedToTheProjectThatSheEdits() {
        assertThat(status("POST", "/v2/data_sets/" + credit.dataSet() + "/records", RECORDS))
                .isEqualTo(202);
        assertThat(status("POST", "/v2/data_sets/" + claims.dataSet() + "/records", RECORDS))
                .isEqualTo(403);
        assertThat(status("POST", "/v2/data_sets/" + everywhere.dataSet() + "/records", RECORDS))
                .isEqualTo(404);
        assertThat(server.get("/v2/data_sets/" + claims.dataSet() + "/records?include_total_count=true")
                        .json()
                        .path("records"))
                .isEmpty();
    }

    @Test
    void nothingIsChangedOrDeletedInAProjectThatSheReads() {
        String renamed = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"other\"}]";
        assertThat(status("PATCH", "/v2/data_marts/" + claims.mart(), renamed)).isEqualTo(403);
        assertThat(status("DELETE", "/v2/subscriptions/" + claims.id(), null)).isEqualTo(403);
        assertThat(status("DELETE", "/v2/data_sets/" + claims.dataSet() + "?force=true", null))
                .isEqualTo(403);
        assertThat(status("PATCH", "/v2/data_marts/" + everywhere.mart(), renamed))
                .isEqualTo(404);
        assertThat(status("PATCH", "/v2/data_marts/" + credit.mart(), renamed)).isEqualTo(200);
    }
}
