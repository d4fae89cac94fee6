package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everySettingIsListedWithItsMeaning() {
        Plumbline run = Plumbline.run("config");

        assertThat(run.exitCode()).isZero();
        for (Setting setting : Setting.values()) {
            assertThat(run.out()).contains(setting.key() + " ").contains(setting.variable());
        }
    }

    @Test
    void valuesAreListedWithWhereTheyComeFrom() throws IOException {
        Path file = Files.writeString(folder.resolve("some.properties"), "bind=0.0.0.0\n");
        Map<String, String> environment =
                Map.of("PLUMBLINE_ADMIN_KEY", "sesame-open", "PLUMBLINE_CONFIG", file.toString());
        Plumbline run = Plumbline.runIn(environment, "config", "--port", "0", "--format", "json");
        assertThat(run.err()).isEmpty();

        JsonNode json = JsonMapper.builder().build().readTree(run.out());

        assertThat(json.at("/0"))
                .hasToString(
                        "{\"setting\":\"port\",\"value\":\"0\",\"from\":\"--port\",\"variable\":\"PLUMBLINE_PORT\","
                                + "\"meaning\":\"Port to listen on; 0 for any that is free.\"}");
        assertThat(json.at("/1/value").asString()).isEqualTo("0.0.0.0");
        assertThat(json.at("/1/from").asString()).isEqualTo(file.toString());
        assertThat(json.toString()).doesNotContain("sesame-open").contains("PLUMBLINE_ADMIN_KEY");
    }

    @Test
    void aWrongValueIsRefused() {
        Plumbline run = Plumbline.run("config", "--port", "many");

        assertThat(run.isRefused()).isTrue();
        assertThat(run.err()).contains("--port").contains("'many'");
    }
}
