package io.plumbline.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.output.RefusedException;
import io.plumbline.store.artifacts.S3Settings;
import io.plumbline.store.records.log.DamagePolicy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void keysFlagsVariablesAndDefaultsAreThese() {
        assertThat(Arrays.stream(Setting.values())
                        .map(setting -> String.join(
                                " ", setting.key(), setting.flag(), setting.variable(), setting.defaultValue())))
                .containsExactly(
                        "port --port PLUMBLINE_PORT 8080",
                        "bind --bind PLUMBLINE_BIND 127.0.0.1",
                        "data --data PLUMBLINE_DATA plumbline-data",
                        "database --database PLUMBLINE_DATABASE ",
                        "database-user --database-user PLUMBLINE_DATABASE_USER ",
                        "database-password --database-password PLUMBLINE_DATABASE_PASSWORD ",
                        "keys --keys PLUMBLINE_KEYS ",
                        "artifacts --artifacts PLUMBLINE_ARTIFACTS ",
                        "s3-endpoint --s3-endpoint PLUMBLINE_S3_ENDPOINT ",
                        "s3-region --s3-region PLUMBLINE_S3_REGION ",
                        "s3-addressing --s3-addressing PLUMBLINE_S3_ADDRESSING auto",
                        "s3-access-key --s3-access-key PLUMBLINE_S3_ACCESS_KEY ",
                        "s3-secret-key --s3-secret-key PLUMBLINE_S3_SECRET_KEY ",
                        "admin-key --admin-key PLUMBLINE_ADMIN_KEY ",
                        "access-log --access-log PLUMBLINE_ACCESS_LOG -",
                        "token-lifetime --token-lifetime PLUMBLINE_TOKEN_LIFETIME 1h",
                        "drain-time --drain-time PLUMBLINE_DRAIN_TIME 20s",
                        "damaged-log --damaged-log PLUMBLINE_DAMAGED_LOG refuse",
                        "called-hosts --called-hosts PLUMBLINE_CALLED_HOSTS ",
                        "private-hosts --private-hosts PLUMBLINE_PRIVATE_HOSTS ");
    }

    @Test
    void theDefaultsMakeThis() {
        assertThat(Configuration.of(Settings.of(Map.of(), Map.of(), Optional.empty())))
                .isEqualTo(new Configuration(
                        8080,
                        "127.0.0.1",
                        Path.of("plumbline-data"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("plumbline-data", "keys"),
                        Optional.empty(),
                        Optional.empty(),
                        "-",
                        Duration.ofHours(1),
                        Duration.ofSeconds(20),
                        DamagePolicy.REFUSE,
                        Set.of(),
                        Set.of()));
    }

    @Test
    void everySettingIsReadByTheFile() throws IOException {
        Path file = file("""
                port=9090
                bind=0.0.0.0
                data=/srv/plumbline
                database=jdbc:postgresql://db/plumbline
                database-user=plumb
                database-password=line
                keys=/etc/plumbline/keys
                artifacts=s3://models/plumbline/
                s3-endpoint=https://minio.example.org:9000
                s3-region=eu-central-1
                s3-addressing=host
                s3-access-key=plumb
                s3-secret-key=sesame-store
                admin-key=sesame-open
                access-log=/var/log/access.json
                token-lifetime=12h
                drain-time=500ms
                damaged-log=set-aside
                called-hosts=*.example.org, metrics.example.com
                private-hosts=127.0.0.1
                """);
        assertThat(Configuration.of(Settings.of(Map.of(), Map.of(), Optional.of(file))))
                .isEqualTo(new Configuration(
                        9090,
                        "0.0.0.0",
                        Path.of("/srv/plumbline"),
                        Optional.of("jdbc:postgresql://db/plumbline"),
                        Optional.of("plumb"),
                        Optional.of("line"),
                        Path.of("/etc/plumbline/keys"),
                        Optional.of(new S3Settings(
                                "models",
                                "plumbline/",
                                Optional.of(URI.create("https://minio.example.org:9000")),
                                Optional.of("eu-central-1"),
                                Optional.of(new S3Settings.Credentials("plumb", "sesame-store")),
                                S3Settings.Addressing.HOST)),
                        Optional.of("sesame-open"),
                        "/var/log/access.json",
                        Duration.ofHours(12),
                        Duration.ofMillis(500),
                        DamagePolicy.SET_ASIDE,
                        Set.of("*.example.org", "metrics.example.com"),
                        Set.of("127.0.0.1")));
    }

    @Test
    void aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path file = file("port=1\nbind=1.1.1.1\ndata=one\n");
        Settings settings = Settings.of(
                Map.of(Setting.PORT, "3"),
                Map.of("PLUMBLINE_PORT", "2", "PLUMBLINE_BIND", "2.2.2.2"),
                Optional.of(file));

        assertThat(settings.value(Setting.PORT)).isEqualTo(new Settings.Value("3", "--port"));
        assertThat(settings.value(Setting.BIND)).isEqualTo(new Settings.Value("2.2.2.2", "PLUMBLINE_BIND"));
        assertThat(settings.value(Setting.DATA)).isEqualTo(new Settings.Value("one", file.toString()));
        assertThat(settings.value(Setting.DRAIN_TIME)).isEqualTo(new Settings.Value("20s", "default"));
    }

    @Test
    void anUnknownKeyInTheFileIsRefusedByName() throws IOException {
        Path file = file("prot=8080\n");
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), Optional.of(file)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("'prot'")
                .hasMessageContaining("port, bind, data")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), Optional.of(folder.resolve("none"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("none' does not exist");
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, x, 'The setting port (from --port) needs a number from 0 to 65535, not ''x''.'",
        "PORT, 65536, 'The setting port (from --port) needs a number from 0 to 65535, not ''65536''.'",
        "PORT, -1, 'The setting port (from --port) needs a number from 0 to 65535, not ''-1''.'",
        "TOKEN_LIFETIME, 5, 'The setting token-lifetime (from --token-lifetime) needs a time such as 500ms, 30s, 5m, 12h or 7d, not ''5''.'",
        "DRAIN_TIME, 5 years, 'The setting drain-time (from --drain-time) needs a time such as 500ms, 30s, 5m, 12h or 7d, not ''5 years''.'",
        "ARTIFACTS, models, 'The setting artifacts (from --artifacts) needs an address such as s3://bucket or s3://bucket/prefix, not ''models''.'",
        "DAMAGED_LOG, ignore, 'The setting damaged-log (from --damaged-log) needs refuse or set-aside, not ''ignore''.'"
    })
    void aValueThatMakesNoSenseIsRefusedWithItsSource(Setting setting, String text, String message) {
        Settings settings = Settings.of(Map.of(setting, text), Map.of(), Optional.empty());
        assertThatThrownBy(() -> Configuration.of(settings))
                .isInstanceOf(RefusedException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://b_ucket, '', a, b, needs an address such as s3://bucket",
        "s3://bucket, minio:9000, a, b, needs an address such as https://",
        "s3://bucket, https://ada:secret@minio, a, b, https://ada:***@minio",
        "s3://bucket, '', a, '', 'both, or neither'",
        "s3://bucket, '', '', b, 'both, or neither'"
    })
    void aBucketThatCannotBeIsRefused(String bucket, String endpoint, String access, String secret, String message) {
        Settings settings = Settings.of(
                Map.of(
                        Setting.ARTIFACTS,
                        bucket,
                        Setting.S3_ENDPOINT,
                        endpoint,
                        Setting.S3_ACCESS_KEY,
                        access,
                        Setting.S3_SECRET_KEY,
                        secret),
                Map.of(),
                Optional.empty());
        assertThatThrownBy(() -> Configuration.of(settings))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(message);
    }

    @Test
    void secretsAreNotShown() {
        Settings settings = Settings.of(
                Map.of(
                        Setting.ADMIN_KEY,
                        "sesame-open",
                        Setting.DATABASE,
                        "jdbc:postgresql://db/plumbline?user=plumb&password=line&ssl=true"),
                Map.of("PLUMBLINE_DATABASE_PASSWORD", "line", "PLUMBLINE_S3_SECRET_KEY", "sesame-store"),
                Optional.empty());

        assertThat(settings.shown(Setting.ADMIN_KEY)).isEqualTo("***");
        assertThat(settings.shown(Setting.DATABASE_PASSWORD)).isEqualTo("***");
        assertThat(settings.shown(Setting.DATABASE))
                .isEqualTo("jdbc:postgresql://db/plumbline?user=plumb&password=***&ssl=true");
        assertThat(settings.shown(Setting.S3_SECRET_KEY)).isEqualTo("***");
        assertThat(settings.shown(Setting.KEYS)).isEmpty();
    }

    @Test
    void aConfigurationDoesNotTellItsSecrets() {
        Settings settings = Settings.of(
                Map.of(
                        Setting.ADMIN_KEY,
                        "sesame-open",
                        Setting.ARTIFACTS,
                        "s3://models",
                        Setting.S3_ACCESS_KEY,
                        "plumb",
                        Setting.S3_SECRET_KEY,
                        "sesame-store"),
                Map.of(),
                Optional.empty());
        Configuration configuration = Configuration.of(settings);
        assertThat(configuration + " " + configuration.artifacts()).doesNotContain("sesame");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("plumbline.properties"), text);
    }
}
