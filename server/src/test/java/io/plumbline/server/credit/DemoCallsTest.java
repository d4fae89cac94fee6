package io.plumbline.server.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.Settings;
import io.plumbline.server.demo.CreditDays;
import io.plumbline.server.serve.Announcements;
import io.plumbline.server.serve.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls that the demo prints, made. */
class DemoCallsTest {
    private static final String KEY = "sesame-open";
    private static final Pattern CALL = Pattern.compile("curl .*'(http://[^']+)'");

    @TempDir
    private Path folder;

    @Test
    void eachIsAnsweredWithWhatTheDemoHas() throws Exception {
        Findings findings = Findings.ofRun(
                configuration(), new CreditDays(7, LocalDate.of(2026, 9, 1), CreditDays.FEWEST), Progress.SILENT);
        StringWriter told = new StringWriter();
        Map<String, JsonNode> answers;
        try (Server server = Server.start(configuration(), new Announcements(new PrintWriter(told)));
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(told.toString().lines()).singleElement().asString().startsWith("Plumbline listens on");
            answers = answers(client, printed(findings, server.port()));
        }
        assertThat(answers).hasSize(10);
        assertThat(with(answers, "^/api/v1/monitors$").path("monitors")).hasSize(4);
        assertThat(with(answers, "^/v2/data_marts$").path("data_marts")).hasSize(1);
        assertThat(with(answers, "^/v2/monitor_instances$").path("monitor_instances"))
                .hasSize(4);
        assertThat(with(answers, "/incidents").path("incidents")).isNotEmpty();
        assertThat(with(answers, "/v2/subscriptions/").at("/entity/asset/name").asString())
                .isEqualTo(CreditWatch.MODEL);
        assertThat(with(answers, "/runs").at("/runs/0/entity/status/state").asString())
                .isEqualTo("finished");
        assertThat(with(answers, "/v2/.*/measurements")
                        .at("/measurements/0/entity/issue_count")
                        .asInt())
                .isPositive();
        assertThat(with(answers, "/records")
                        .at("/records/0/entity/values/gender")
                        .asString())
                .matches("female|male");
    }

    private Configuration configuration() {
        Map<Setting, String> settings = Map.of(
                Setting.DATA,
                folder.resolve("data").toString(),
                Setting.PORT,
                "0",
                Setting.ADMIN_KEY,
                KEY,
                Setting.ACCESS_LOG,
                "");
        return Configuration.of(Settings.of(settings, Map.of(), Optional.empty()));
    }

    private static String printed(Findings findings, int port) {
        StringWriter text = new StringWriter();
        new DemoCalls("plumbline", port, KEY).show(new PrintWriter(text), findings.places());
        return text.toString();
    }

    private static Map<String, JsonNode> answers(HttpClient client, String printed)
            throws IOException, InterruptedException {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (MatchResult call : CALL.matcher(printed).results().toList()) {
            URI address = URI.create(call.group(1));
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + KEY)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
            answers.put(address.getPath(), JsonMapper.shared().readTree(answer.body()));
        }
        return answers;
    }

    private static JsonNode with(Map<String, JsonNode> answers, String part) {
        return answers.entrySet().stream()
                .filter(answer -> Pattern.compile(part).matcher(answer.getKey()).find())
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
