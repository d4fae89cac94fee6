package io.plumbline.server.modellab;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists, filters, facets, stars, pins, deletion and artifacts, over runs of one project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelLabTest {
    private RunningServer server;
    private Lab lab;
    private String project;
    private String root;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        lab = new Lab(server);
        project = lab.project("credit");
        root = run("root", "0.1", "gpt2", 0.5, ",\"tags\":[{\"key\":\"team\",\"value\":\"blue\"}]");
        run("leaf", "0.2", "bert", 0.25, ",\"tags\":[{\"key\":\"mlflow.parentRunId\",\"value\":\"" + root + "\"}]");
        run("Zoë 50%", "0.3", "gpt2", 0.125, "");
    }

    private String run(String name, String rate, String model, double loss, String more) {
        String run = lab.run(project, name, more);
        lab.log(
                run,
                "\"params\":[{\"key\":\"lr\",\"value\":\"" + rate + "\"},{\"key\":\"model\",\"value\":\"" + model
                        + "\"},{\"key\":\"fp16\",\"value\":\"True\"}],\"metrics\":["
                        + "{\"key\":\"loss\",\"value\":1.0,\"timestamp\":1,\"step\":1},"
                        + "{\"key\":\"loss\",\"value\":" + loss + ",\"timestamp\":2,\"step\":2}]");
        return run;
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    filter                | ROO                | root
                    filter                | 50%                | Zoë 50%
                    filter                | %                  | Zoë 50%
                    filter[params]        | model:gpt2         | Zoë 50%;root
                    filter[params]        | lr:>0.1            | Zoë 50%;leaf
                    filter[params]        | lr:>=0.1,lr:<0.3   | leaf;root
                    filter[params]        | lr:[0.2 TO 0.3]    | Zoë 50%;leaf
                    filter[params]        | fp16:true,lr:<0.15 | root
                    filter[params]        | lr:0.1,lr:0.2      | leaf;root
                    filter[tags]          | team:blue          | root
                    filter[tags]          | team:red           | ''
                    filter[parent_run_id] | null               | Zoë 50%;root
                    filter[parent_run_id] | 999999             | ''
                    filter[project_id]    | 999999             | ''
                    filter[status]        | running            | Zoë 50%;leaf;root
                    filter[status]        | failed             | ''
                    """)
    void filters(String parameter, String value, String names) {
        assertThat(lab.names("/runs", "sort", "name", parameter, value).toString())
                .isEqualTo("[" + names.replace(";", ", ") + "]");
    }

    @Test
    void runsComeInTheOrderThatIsAskedFor() {
        assertThat(lab.names("/runs", "sort", "-name")).containsExactly("root", "leaf", "Zoë 50%");
        assertThat(lab.names("/runs", "sort", "created_at")).containsExactly("root", "leaf", "Zoë 50%");
        assertThat(lab.call(RunningServer.ADMIN, "GET", "/runs?sort=size").status())
                .isEqualTo(400);
    }

    @Test
    void childrenAreFoundByTheirParentAndParentsByTheirDescendants() {
        String parent = lab.numberOf("root");
        assertThat(lab.names("/runs", "filter[parent_run_id]", parent)).containsExactly("leaf");
        JsonNode found = lab.get("/runs"
                        + Lab.query(
                                "filter[params]", "model:bert",
                                "filter[parent_run_id]", "null",
                                "include_descendant_matches", "true"))
                .path("data");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/attributes/name").asString()).isEqualTo("root");
        assertThat(found.at("/0/attributes/descendant_match").asBoolean()).isTrue();
        assertThat(found.at("/0/attributes/has_children").asBoolean()).isTrue();
    }

    @Test
    void pagesAreNumberedFromZero() {
        JsonNode page = lab.get("/runs"
                + Lab.query("filter[project_id]", project, "sort", "name", "page[size]", "2", "page[number]", "1"));
        assertThat(page.path("data")).hasSize(1);
        assertThat(page.at("/data/0/attributes/name").asString()).isEqualTo("root");
        assertThat(page.at("/meta/page").toString())
                .isEqualTo("{\"type\":\"number_size\",\"number\":1,\"size\":2,\"total\":3,\"first_number\":0,"
                        + "\"prev_number\":0,\"next_number\":null,\"last_number\":1}");
        assertThat(page.at("/links/first").asString()).contains("page[number]=0&page[size]=2", "sort=name");
        assertThat(lab.call(RunningServer.ADMIN, "GET", "/runs?page[size]=101").status())
                .isEqualTo(400);
    }

    @Test
    void aRunShowsWhatItLogged() {
        JsonNode attributes = lab.get("/runs/" + lab.numberOf("root")).at("/data/attributes");
        assertThat(attributes.at("/metric_summaries/0").toString())
                .contains(
                        "\"key\":\"loss\"",
                        "\"min\":0.5",
                        "\"max\":1",
                        "\"mean\":0.75",
                        "\"latest\":0.5",
                        "\"count\":2",
                        "\"first_step\":1",
                        "\"last_step\":2");
        assertThat(attributes.path("mlflow_artifact_location").asString())
                .isEqualTo("mlflow-artifacts:///" + project + "/" + root + "/artifacts");
        assertThat(attributes.path("started_at").asString()).isEqualTo("2026-05-15T02:54:52.581Z");
    }

    @Test
    void facetsTellKeysValuesAndRanges() {
        String scope = Lab.query("filter[project_id]", project);
        assertThat(lab.get("/facet-keys" + scope)
                        .at("/data/attributes/parameters")
                        .toString())
                .isEqualTo("[\"fp16\",\"lr\",\"model\"]");
        JsonNode rates = lab.get("/facet-values" + scope + "&facet_type=parameter&facet_name=lr")
                .path("data");
        assertThat(rates.path("id").asString()).isEqualTo("parameter:lr:" + project);
        assertThat(rates.at("/attributes/values").toString()).isEqualTo("[\"0.1\",\"0.2\",\"0.3\"]");
        assertThat(rates.at("/attributes/numeric_range/max").asDouble()).isEqualTo(0.3);
        JsonNode loss = lab.get("/facet-values" + scope + "&facet_type=metric&facet_name=loss")
                .at("/data/attributes");
        assertThat(loss.path("values")).isEmpty();
        assertThat(loss.at("/numeric_range/min").asDouble()).isEqualTo(0.125);
        assertThat(loss.path("metric_stat_ranges").findValuesAsString("stat"))
                .containsExactlyInAnyOrder("latest", "min", "max", "mean", "stddev", "count");
        assertThat(lab.get("/facet-values" + scope + "&facet_type=attribute&facet_name=status")
                        .at("/data/attributes/values")
                        .toString())
                .isEqualTo("[\"running\"]");
        assertThat(lab.call(RunningServer.ADMIN, "GET", "/facet-values" + scope + "&facet_type=attribute&facet_name=x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pinsAreEachUsersOwn() {
        lab.call(RunningServer.VIEWER, "POST", "/runs/" + lab.numberOf("leaf") + "/pin");
        lab.call(RunningServer.VIEWER, "POST", "/runs/" + lab.numberOf("root") + "/pin");
        String list = "/runs" + Lab.query("filter[params]", "lr:0.3", "include_pinned", "true", "pinned_first", "true");
        assertThat(lab.call(RunningServer.VIEWER, "GET", list)
                        .json()
                        .path("data")
                        .findValuesAsString("name"))
                .containsExactly("root", "leaf", "Zoë 50%");
        assertThat(lab.get(list).path("data").findValuesAsString("name")).containsExactly("Zoë 50%");
        lab.call(RunningServer.VIEWER, "DELETE", "/runs/" + lab.numberOf("leaf") + "/pin");
        assertThat(lab.call(RunningServer.VIEWER, "GET", list)
                        .json()
                        .path("data")
                        .findValuesAsString("name"))
                .containsExactly("root", "Zoë 50%");
    }

    @Test
    void starsAreEachUsersOwn() {
        String path = "/projects/" + project;
        assertThat(lab.call(RunningServer.VIEWER, "POST", path + "/star").status())
                .isEqualTo(204);
        assertThat(lab.call(RunningServer.VIEWER, "GET", path).text()).contains("\"is_starred\":true");
        assertThat(lab.get(path).toString()).contains("\"is_starred\":false");
        assertThat(lab.call(RunningServer.VIEWER, "DELETE", path + "/star").status())
                .isEqualTo(204);
        assertThat(lab.call(RunningServer.VIEWER, "GET", path).text()).contains("\"is_starred\":false");
    }

    @Test
    void projectsAreListedFilteredAndSorted() {
        String other = lab.project("claims");
        lab.write(
                "experiments/set-experiment-tag",
                "{\"experiment_id\":\"" + other + "\",\"key\":\"team\",\"value\":\"blue\"}");
        assertThat(lab.names("/projects", "sort", "name")).containsSubsequence("claims", "credit");
        assertThat(lab.names("/projects", "sort", "-name")).containsSubsequence("credit", "claims");
        assertThat(lab.names("/projects", "filter", "LAIM")).containsExactly("claims");
        assertThat(lab.names("/projects", "filter[tags]", "team:blue")).containsExactly("claims");
        assertThat(lab.get("/project-facet-values" + Lab.query("facet_type", "tag", "facet_name", "team"))
                        .at("/data/attributes/values")
                        .toString())
                .isEqualTo("[\"blue\"]");
        JsonNode keys = lab.get("/project-facet-keys").at("/data/attributes");
        assertThat(keys.path("metrics").isNull()).isTrue();
        assertThat(keys.path("tags").toString()).contains("\"team\"");
    }

    @Test
    void aDeletedRunIsInNoListAndSaysWhenReadAlone() {
        run("gone", "9", "x", 1, "");
        String number = lab.numberOf("gone");
        assertThat(lab.call(RunningServer.VIEWER, "DELETE", "/runs/" + number).status())
                .isEqualTo(403);
        Answer deleted = lab.call(RunningServer.ADMIN, "DELETE", "/runs/" + number);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(lab.names("/runs", "filter[id]", number)).isEmpty();
        assertThat(lab.get("/runs/" + number).at("/data/attributes/deleted_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    }

    @Test
    void artifactsAreListedAndDownloaded() {
        lab.upload(project, root, "model/MLmodel", "flavors");
        lab.upload(project, root, "notes.txt", "0123456789");
        String run = "/runs/" + lab.numberOf("root") + "/artifacts";
        JsonNode top = lab.get(run).at("/data/attributes");
        assertThat(top.path("path_in_project").asString()).isEqualTo(root + "/artifacts");
        assertThat(top.path("files").toString())
                .isEqualTo("[{\"path\":\"model/\",\"is_dir\":true},"
                        + "{\"path\":\"notes.txt\",\"is_dir\":false,\"file_size\":10}]");
        assertThat(lab.get(run + "?path=model%2F")
                        .at("/data/attributes/files/0/path")
                        .asString())
                .isEqualTo("model/MLmodel");
        JsonNode files = lab.get("/projects/" + project + "/artifacts").at("/data/attributes/files");
        assertThat(files.findValuesAsString("filename")).containsExactly("MLmodel", "notes.txt");
        String path = files.at("/1/artifact_path").asString();
        String other = lab.project("other");
        Answer content = content(project, path);
        assertThat(content.text()).isEqualTo("0123456789");
        assertThat(content.response().headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(content(other, path).status()).isEqualTo(404);
        assertThat(content(project, path.replace("notes", "none")).status()).isEqualTo(404);
        assertThat(content(project, root + "/artifacts/../../x").status()).isEqualTo(400);
    }

    private Answer content(String of, String path) {
        return lab.call(
                RunningServer.ADMIN, "GET", "/artifacts/content" + Lab.query("project_id", of, "artifact_path", path));
    }

    @Test
    void whatIsMissingIsToldAsRecorded() {
        assertThat(lab.call(RunningServer.ADMIN, "GET", "/runs/999999").text())
                .isEqualTo("{\"errors\":[{\"title\":\"Generic Error\",\"detail\":\"run not found\"}]}");
        assertThat(lab.call(RunningServer.ADMIN, "POST", "/projects/999999/star")
                        .text())
                .isEqualTo("{\"errors\":[{\"title\":\"Generic Error\",\"detail\":\"project not found\"}]}");
    }
}
