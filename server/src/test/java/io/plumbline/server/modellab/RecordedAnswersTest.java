package io.plumbline.server.modellab;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.dialect.RunningServer;
import io.plumbline.server.dialect.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the vendor's server was recorded to be asked, asked of this one: the same status and type, and bodies of the same shape. */
class RecordedAnswersTest {
    private static final int RECORDED = 17;
    private static final int MORE_THAN_A_PAGE = 26;
    private static final String RUN = "70158";
    private static final String PROJECT = "2387";
    private static final String MLFLOW_RUN = "f635c73b70594ab6bb6e212cdf87d0d5";
    private static final String FILE = "lora_model/adapter_config.json";

    /** What the page of the dialect says is different: the address of another program, a statistic more, and the id of an organization. */
    private static final Set<String> DIFFERENT = Set.of(
            "GET /runs/70158 $.data.attributes.external_url: text",
            "GET /runs/70158 $.data.attributes.metric_summaries[].stddev: number",
            "GET /projects $.data[].attributes.external_url: text",
            "GET /project-facet-keys $.data.id: decimal",
            "GET /project-facet-keys $.data.id: text");

    private RunningServer server;
    private Lab lab;
    private String project;
    private String run;
    private String number;

    private static Path recordings() {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("shared/recordings/datadog-model-lab"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(folder.isPresent(), "the recordings are not beside this repository");
        return folder.orElseThrow();
    }

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        lab = new Lab(server);
        project = lab.project("credit");
        lab.write(
                "experiments/set-experiment-tag",
                "{\"experiment_id\":\"" + project + "\",\"key\":\"team\",\"value\":\"risk\"}");
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            lab.project("project " + i);
        }
        run = lab.run(project, "tuned", "");
        lab.log(
                run,
                "\"params\":[{\"key\":\"lr\",\"value\":\"0.1\"}],\"tags\":[{\"key\":\"resumed\",\"value\":\"false\"}],"
                        + "\"metrics\":[{\"key\":\"loss\",\"value\":0.5,\"timestamp\":1,\"step\":1},"
                        + "{\"key\":\"loss\",\"value\":0.25,\"timestamp\":2,\"step\":2}]");
        lab.write("runs/update", "{\"run_id\":\"" + run + "\",\"status\":\"FINISHED\",\"end_time\":1778813823079}");
        lab.upload(project, run, FILE, "data");
        number = lab.numberOf("tuned");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void eachIsAnsweredAlike() throws IOException {
        List<JsonNode> exchanges = exchanges();
        assertThat(exchanges).hasSize(RECORDED);
        exchanges.forEach(this::assertAlike);
    }

    /** All of them, with the deletion at the end. */
    private static List<JsonNode> exchanges() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(recordings())) {
            for (Path file : files.sorted().toList()) {
                JsonMapper.shared().readTree(Files.readString(file)).forEach(all::add);
            }
        }
        all.sort((one, other) -> Boolean.compare(isDeletion(one), isDeletion(other)));
        return all;
    }

    private static boolean isDeletion(JsonNode exchange) {
        return name(exchange).equals("DELETE /runs/" + RUN);
    }

    private static String name(JsonNode exchange) {
        return exchange.at("/httpRequest/method").asString() + " "
                + exchange.at("/httpRequest/path").asString().replace(Lab.PREFIX, "");
    }

    private void assertAlike(JsonNode exchange) {
        String name = name(exchange);
        JsonNode recorded = exchange.path("httpResponse");
        Answer answer =
                lab.call(RunningServer.ADMIN, exchange.at("/httpRequest/method").asString(), path(exchange));
        assertThat(answer.status())
                .as(name + " " + answer.text())
                .isEqualTo(recorded.path("statusCode").asInt());
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .as(name)
                .startsWith(recorded.at("/headers/Content-Type/0").asString(""));
        String body = recorded.path("body").asString("");
        if (body.startsWith("{")) {
            Set<String> ours = shapes(name, answer.json());
            Set<String> theirs = shapes(name, JsonMapper.shared().readTree(body));
            assertThat(theirs).as("what is missing here").isSubsetOf(ours);
            assertThat(ours).as("what was not recorded").isSubsetOf(theirs);
        } else {
            assertThat(answer.text()).as(name).isEqualTo(body);
        }
    }

    /** The same request for what is there. */
    private String path(JsonNode exchange) {
        String parameters = exchange.at("/httpRequest/queryStringParameters")
                .propertyStream()
                .map(parameter -> Lab.query(parameter.getKey(), ours(parameter)).substring(1))
                .collect(Collectors.joining("&"));
        String path = exchange.at("/httpRequest/path")
                .asString()
                .replace(Lab.PREFIX, "")
                .replace(RUN, number)
                .replace(PROJECT, project);
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    private String ours(Map.Entry<String, JsonNode> parameter) {
        return parameter.getValue().path(0).asString().replace(MLFLOW_RUN, run).replace(PROJECT, project);
    }

    /** Every place in the body with the kind of value that stands there, where it is not known to differ. */
    private static Set<String> shapes(String name, JsonNode body) {
        return places("$", body)
                .map(place -> name + " " + place)
                .filter(place -> !DIFFERENT.contains(place))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> places(String place, JsonNode json) {
        if (json.isObject()) {
            return Stream.concat(
                    Stream.of(place + ": object"),
                    json.propertyStream().flatMap(field -> places(place + "." + field.getKey(), field.getValue())));
        }
        if (json.isArray()) {
            return Stream.concat(
                    Stream.of(place + ": array"), json.valueStream().flatMap(entry -> places(place + "[]", entry)));
        }
        return Stream.of(place + ": " + kind(place, json));
    }

    private static String kind(String place, JsonNode json) {
        if (!json.isString()) {
            return json.isNumber() ? "number" : json.getNodeType().name();
        }
        if (place.endsWith("_at")) {
            return json.stringValue().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z")
                    ? "time"
                    : "no time";
        }
        return place.endsWith(".id") && json.stringValue().matches("\\d+") ? "decimal" : "text";
    }
}
