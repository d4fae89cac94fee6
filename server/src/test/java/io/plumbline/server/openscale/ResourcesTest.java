package io.plumbline.server.openscale;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Data marts, service providers, integrated systems, spaces, secrets, preferences and the list of monitor definitions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourcesTest {
    private static final String LONG = "x".repeat(10_000);
    private static final String MART = "{\"name\":\"mart\",\"internal_database\":true}";
    private static final String SYSTEM =
            "{\"name\":\"hook\",\"type\":\"webhook\",\"connection\":{\"endpoint\":\"http://host.example\"}}";

    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    private static String provider(String more) {
        return "{\"name\":\"engine\",\"service_type\":\"custom_machine_learning\"" + more + "}";
    }

    private static String replace(String path, String value) {
        return "[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }

    private static String add(String path, String value) {
        return "[{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }

    @Test
    void dataMartsAreAddedReadListedPatchedAndDeleted() {
        Answer added = server.post("/v2/data_marts", MART);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().at("/entity/status/state").asString()).isEqualTo("active");
        assertThat(added.json().at("/metadata/modified_at").isMissingNode()).isTrue();
        String path = "/v2/data_marts/" + added.id();
        assertThat(added.json().at("/metadata/url").asString()).isEqualTo(path);
        assertThat(added.json().at("/metadata/created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

        Answer patched = server.patch(path, replace("/name", "\"other\""));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.entity("name")).isEqualTo("other");
        assertThat(patched.json().at("/metadata/modified_by").asString()).isEqualTo(RunningServer.ADMIN);
        assertThat(server.get(path).json()).isEqualTo(patched.json());
        assertThat(server.get("/v2/data_marts").json().path("data_marts")).contains(patched.json());

        assertThat(server.delete(path).status()).isEqualTo(202);
        Answer gone = server.get(path);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().at("/errors/0/parameters/0").asString()).isEqualTo(added.id());
    }

    @Test
    void aDatabaseOfOnesOwnIsRefusedOrIgnored() {
        String database = "{\"database_type\":\"postgresql\",\"credentials\":{\"password\":\"pgword\"}}";
        Answer refused = server.post("/v2/data_marts", "{\"database_configuration\":" + database + "}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("internal_database");
        assertThat(server.post("/v2/data_marts", "{}").status()).isEqualTo(400);

        Answer ignored = server.post(
                "/v2/data_marts", "{\"internal_database\":true,\"database_configuration\":" + database + "}");
        assertThat(ignored.status()).isEqualTo(201);
        assertThat(ignored.text()).doesNotContain("postgresql", "pgword");
        assertThat(server.patch("/v2/data_marts/" + ignored.id(), replace("/internal_database", "false"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatSubscriptionsUseIsNotDeleted() {
        String mart = server.post("/v2/data_marts", MART).id();
        String engine = server.post("/v2/service_providers", provider("")).id();
        Answer subscription = server.post(
                "/v2/subscriptions",
                "{\"data_mart_id\":\"" + mart + "\",\"service_provider_id\":\"" + engine + "\",\"asset\":{"
                        + "\"asset_id\":\"a\",\"name\":\"n\",\"url\":\"http://host.example\",\"asset_type\":\"model\","
                        + "\"input_data_type\":\"structured\",\"problem_type\":\"binary\"},\"deployment\":{"
                        + "\"deployment_id\":\"d\",\"name\":\"d\",\"deployment_type\":\"online\"}}");
        assertThat(subscription.status()).as(subscription.text()).isBetween(200, 202);
        assertThat(server.delete("/v2/data_marts/" + mart + "?force=true").status())
                .isEqualTo(409);
        assertThat(server.delete("/v2/service_providers/" + engine + "?force=true")
                        .status())
                .isEqualTo(409);
        assertThat(server.get("/v2/data_marts/" + mart).status()).isEqualTo(200);

        server.delete("/v2/subscriptions/" + subscription.id() + "?force=true");
        assertThat(server.delete("/v2/data_marts/" + mart).status()).isEqualTo(202);
        assertThat(server.delete("/v2/service_providers/" + engine).status()).isEqualTo(202);
    }

    @Test
    void credentialsComeBackAsTheIdOfASecretOnly() {
        Answer added = server.post("/v2/service_providers", provider(",\"credentials\":{\"password\":\"sesame\"}"));
        assertThat(added.status()).as(added.text()).isEqualTo(202);
        String secret = secretOf(added);
        String path = "/v2/service_providers/" + added.id();
        assertThat(server.get("/v2/secrets/" + secret).json().at("/entity/credentials"))
                .isEmpty();

        Answer renamed = server.patch(path, replace("/name", "\"renamed\""));
        assertThat(secretOf(renamed)).isEqualTo(secret);
        Answer changed = server.patch(path, replace("/credentials", "{\"password\":\"sesame-2\"}"));
        assertThat(secretOf(changed)).isNotEqualTo(secret);
        assertThat(server.get("/v2/secrets/" + secret).status())
                .as("the one before")
                .isEqualTo(404);
        assertThat(server.patch(path, add("/credentials/password", "\"sesame-3\""))
                        .status())
                .isEqualTo(400);
        for (Answer answer : new Answer[] {
            added, renamed, changed, server.get(path), server.get("/v2/service_providers"), server.get("/v2/secrets")
        }) {
            assertThat(answer.text()).doesNotContain("sesame");
        }
        server.delete(path);
        assertThat(server.get("/v2/secrets/" + secretOf(changed)).status()).isEqualTo(404);
    }

    private static String secretOf(Answer answer) {
        JsonNode credentials = answer.json().at("/entity/credentials");
        assertThat(credentials.propertyNames()).as(answer.text()).containsExactly("secret_id");
        return credentials.path("secret_id").asString();
    }

    @Test
    void aSecretStandsForCredentialsAndStaysWhileItIsNeeded() {
        Answer kept = server.post("/v2/secrets", "{\"credentials\":{\"password\":\"sesame\"}}");
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.text()).doesNotContain("sesame");
        String named = ",\"credentials\":{\"secret_id\":\"" + kept.id() + "\"}";
        Answer provider = server.post("/v2/service_providers", provider(named));
        assertThat(secretOf(provider)).isEqualTo(kept.id());

        assertThat(server.delete("/v2/secrets/" + kept.id()).status()).isEqualTo(409);
        server.delete("/v2/service_providers/" + provider.id());
        assertThat(server.get("/v2/secrets/" + kept.id()).status())
                .as("it was not made for the provider")
                .isEqualTo(200);
        assertThat(server.delete("/v2/secrets/" + kept.id()).status()).isEqualTo(204);
        assertThat(server.get("/v2/secrets/" + kept.id()).status()).isEqualTo(404);
    }

    @Test
    void secretsOfOthersCannotBeNamed() {
        String theirs = server.call(
                        RunningServer.STRANGER, "POST", "/v2/secrets", "{\"credentials\":{\"password\":\"p\"}}")
                .id();
        for (String id : new String[] {theirs, "none", "00000000-0000-0000-0000-000000000000"}) {
            Answer refused =
                    server.post("/v2/service_providers", provider(",\"credentials\":{\"secret_id\":\"" + id + "\"}"));
            assertThat(refused.status()).as(id).isEqualTo(400);
            assertThat(refused.text()).contains("secret");
        }
        String space = space("of its own");
        String inSpace = server.post("/v2/secrets?project_id=" + space, "{\"credentials\":{\"password\":\"p\"}}")
                .id();
        String named = provider(",\"credentials\":{\"secret_id\":\"" + inSpace + "\"}");
        assertThat(server.post("/v2/service_providers", named).status()).isEqualTo(400);
        assertThat(server.post("/v2/service_providers?space_id=" + space, named).status())
                .isEqualTo(202);
    }

    @Test
    void whatWouldShowCredentialsIsRefused() {
        assertThat(server.post(
                                "/v2/service_providers",
                                provider(",\"request_headers\":{\"AUTHORIZATION\":\"Bearer sesame\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(server.post(
                                "/v2/integrated_systems",
                                "{\"name\":\"a\",\"type\":\"jdbc\",\"connection\":{\"credentials\":{\"password\":\"p\"}}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void serviceProvidersAreListedByEachFilter() {
        Answer one = server.post(
                "/v2/service_providers",
                provider(",\"instance_id\":\"i1\",\"operational_space_id\":\"production\","
                        + "\"deployment_space_id\":\"d1\",\"integrated_project_id\":\"p1\""));
        for (String filter : new String[] {
            "instance_id=i1",
            "deployment_space_id=d1,d2",
            "integrated_project_id=p1",
            "operational_space_id=production",
            "service_type=custom_machine_learning"
        }) {
            assertThat(server.get("/v2/service_providers?" + filter).text())
                    .as(filter)
                    .contains(one.id());
        }
        for (String filter : new String[] {
            "instance_id=i2",
            "deployment_space_id=d2",
            "integrated_project_id=p2",
            "operational_space_id=pre_production",
            "service_type=amazon_sagemaker"
        }) {
            assertThat(server.get("/v2/service_providers?" + filter).text())
                    .as(filter)
                    .doesNotContain(one.id());
        }
    }

    @Test
    void integratedSystemsAreListedByType() {
        Answer added = server.post("/v2/integrated_systems", SYSTEM);
        assertThat(added.status()).as(added.text()).isBetween(201, 202);
        assertThat(added.json().at("/entity/connection/endpoint").asString()).isEqualTo("http://host.example");
        assertThat(server.get("/v2/integrated_systems?type=slack,webhook").text())
                .contains(added.id());
        assertThat(server.get("/v2/integrated_systems?type=slack").text()).doesNotContain(added.id());
        Answer patched =
                server.patch("/v2/integrated_systems/" + added.id(), add("/connection/display_name", "\"Hook\""));
        assertThat(patched.json().at("/entity/connection/display_name").asString())
                .isEqualTo("Hook");
        assertThat(server.get("/v2/data_marts/" + added.id()).status()).isEqualTo(404);
        assertThat(server.delete("/v2/integrated_systems/" + added.id()).status())
                .isBetween(200, 204);
    }

    private String space(String name) {
        Answer added = server.post("/v2/operational_spaces", "{\"name\":\"" + name + "\"}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.id();
    }

    @Test
    void operationalSpacesHoldThingsAndAreDeletedEmpty() {
        String space = space("staging");
        String path = "/v2/operational_spaces/" + space;
        assertThat(server.patch(path, add("/description", "\"before production\""))
                        .entity("description"))
                .isEqualTo("before production");
        assertThat(server.get("/v2/operational_spaces").json().path("operational_spaces"))
                .contains(server.get(path).json());

        String mart = server.post("/v2/data_marts?project_id=" + space, MART).id();
        assertThat(server.get("/v2/data_marts?space_id=" + space).json().path("data_marts"))
                .hasSize(1);
        assertThat(server.delete(path).status()).isEqualTo(409);
        server.delete("/v2/data_marts/" + mart);
        assertThat(server.delete(path).status()).isEqualTo(204);
        assertThat(server.post("/v2/data_marts?project_id=" + space, MART).status())
                .as("nothing is put into a space that is gone")
                .isEqualTo(400);
    }

    @Test
    void namesAreChecked() {
        for (String name : new String[] {"", " ", LONG, "a\\u0000b"}) {
            String given = "\"" + name + "\"";
            assertThat(server.post("/v2/data_marts", "{\"internal_database\":true,\"name\":" + given + "}")
                            .status())
                    .isEqualTo(400);
            assertThat(server.post("/v2/service_providers", provider("").replace("\"engine\"", given))
                            .status())
                    .isEqualTo(400);
            assertThat(server.post("/v2/integrated_systems", SYSTEM.replace("\"hook\"", given))
                            .status())
                    .isEqualTo(400);
            assertThat(server.post("/v2/operational_spaces", "{\"name\":" + given + "}")
                            .status())
                    .isEqualTo(400);
        }
        String mart = server.post("/v2/data_marts", MART).id();
        assertThat(server.patch("/v2/data_marts/" + mart, replace("/name", "\"\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void patchesThatMakeNoSenseChangeNothing() {
        Answer mart = server.post("/v2/data_marts", MART);
        String path = "/v2/data_marts/" + mart.id();
        for (String patch : new String[] {
            replace("/status/state", "\"error\""),
            add("/metadata", "{\"id\":\"other\"}"),
            add("/id", "\"other\""),
            replace("", "[]"),
            replace("/name", "7e9999"),
            replace("/nowhere", "1"),
            "[{\"op\":\"remove\",\"path\":\"/internal_database\"}]",
            "[{\"op\":\"spoil\",\"path\":\"/name\"}]",
            "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"x\"},{\"op\":\"remove\",\"path\":\"/nowhere\"}]",
            "{}",
            "null"
        }) {
            assertThat(server.patch(path, patch).status()).as(patch).isEqualTo(400);
        }
        assertThat(server.patch(path, "[{\"op\":\"test\",\"path\":\"/name\",\"value\":\"x\"}]")
                        .status())
                .isEqualTo(409);
        assertThat(server.get(path).json()).isEqualTo(mart.json());
    }

    @Test
    void aPreferenceMayHaveAnyName() {
        for (String key : List.of("status", "id", "metadata")) {
            server.call(RunningServer.EDITOR, "PUT", "/v2/user_preferences/" + key, "1");
            Answer patched =
                    server.call(RunningServer.EDITOR, "PATCH", "/v2/user_preferences", replace("/" + key, "2"));
            assertThat(patched.text()).isEqualTo("{\"" + key + "\":2}");
            server.call(RunningServer.EDITOR, "DELETE", "/v2/user_preferences/" + key, null);
        }
    }

    @Test
    void preferencesAreEachUsersOwn() {
        assertThat(server.call(RunningServer.VIEWER, "PUT", "/v2/user_preferences/theme", "{\"dark\":true}")
                        .json()
                        .at("/dark")
                        .asBoolean())
                .isTrue();
        assertThat(server.call(RunningServer.VIEWER, "PUT", "/v2/user_preferences/rows", "50")
                        .status())
                .isEqualTo(200);
        Answer patched =
                server.call(RunningServer.VIEWER, "PATCH", "/v2/user_preferences", replace("/theme/dark", "false"));
        assertThat(patched.text()).isEqualTo("{\"rows\":50,\"theme\":{\"dark\":false}}");
        assertThat(server.call(RunningServer.VIEWER, "GET", "/v2/user_preferences/theme", null)
                        .text())
                .isEqualTo("{\"dark\":false}");
        assertThat(server.call(RunningServer.EDITOR, "GET", "/v2/user_preferences", null)
                        .text())
                .isEqualTo("{}");
        assertThat(server.call(RunningServer.EDITOR, "GET", "/v2/user_preferences/theme", null)
                        .status())
                .isEqualTo(404);
        assertThat(server.call(RunningServer.VIEWER, "DELETE", "/v2/user_preferences/theme", null)
                        .status())
                .isBetween(200, 204);
        assertThat(server.call(RunningServer.VIEWER, "GET", "/v2/user_preferences", null)
                        .text())
                .isEqualTo("{\"rows\":50}");
    }

    @Test
    void monitorDefinitionsAreTheBuiltInOnes() {
        JsonNode all = server.get("/v2/monitor_definitions").json().path("monitor_definitions");
        assertThat(all.findValuesAsString("id"))
                .contains("quality", "fairness", "drift", "drift_v2", "explainability", "performance", "mrm");
        assertThat(server.get("/v2/monitor_definitions?type=user").json().path("monitor_definitions"))
                .isEmpty();
        assertThat(server.get("/v2/monitor_definitions?name=Drift").json().path("monitor_definitions"))
                .hasSize(1);
        Answer quality = server.get("/v2/monitor_definitions/quality");
        assertThat(quality.entity("name")).isEqualTo("Quality");
        assertThat(server.get("/v2/monitor_definitions/none").status()).isEqualTo(404);
    }

    @Test
    void usageIsCounted() {
        JsonNode before = server.get("/v2/usage").json().path("resources");
        assertThat(before.findValuesAsString("name"))
                .containsExactly("models", "scoring_payload_records", "feedback_payload_records");
        Workspace workspace = Workspace.in(server);
        Answer sent = server.post(
                "/v2/data_sets/" + workspace.id("data_set_id") + "/records",
                "[{\"request\":{\"fields\":[\"age\"],\"values\":[[33],[44]]},"
                        + "\"response\":{\"fields\":[\"prediction\"],\"values\":[[\"yes\"],[\"no\"]]}}]");
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        JsonNode after = server.get("/v2/usage").json().path("resources");
        assertThat(used(after, 0) - used(before, 0)).isEqualTo(1);
        assertThat(used(after, 1) - used(before, 1)).isEqualTo(2);
        assertThat(used(after, 2)).isEqualTo(used(before, 2));

        Answer granted = server.post("/v2/usage/models", "{\"amount\":9}");
        assertThat(granted.json().path("status").asString()).isEqualTo("granted");
        assertThat(granted.json().path("amount").asLong()).isEqualTo(9);
        assertThat(server.post("/v2/usage/models", "{\"amount\":-1}").status()).isEqualTo(400);
        assertThat(server.post("/v2/usage/cookies", "{\"amount\":1}").status()).isEqualTo(400);
    }

    private static long used(JsonNode resources, int number) {
        return resources.path(number).path("usage").asLong();
    }
}
