package io.plumbline.server.config;

import io.plumbline.store.artifacts.S3Settings;
import io.plumbline.store.records.log.DamagePolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the server is to do, read from {@link Settings} and checked.
 *
 * @param port to listen on, 0 for any
 * @param bind the address to listen on
 * @param data folder of everything that is kept
 * @param database URL of another database than the one in the data folder
 * @param databaseUser where the URL names none
 * @param databasePassword where the URL has none
 * @param keys folder of the keys that seal and sign
 * @param artifacts the bucket of artifacts, where they are not in the data folder
 * @param adminKey the administrator's key, where it is chosen
 * @param accessLog file of the access log, {@code -} for standard output, empty for none
 * @param tokenLifetime how long a token is valid
 * @param drainTime how long requests may take to finish at the end
 * @param damagedLog what to do about damaged records of the intake log
 * @param calledHosts that the server may call; empty for every one with a public address
 * @param privateHosts that the server may call though their addresses are not public
 */
public record Configuration(
        int port,
        String bind,
        Path data,
        Optional<String> database,
        Optional<String> databaseUser,
        Optional<String> databasePassword,
        Path keys,
        Optional<S3Settings> artifacts,
        Optional<String> adminKey,
        String accessLog,
        Duration tokenLifetime,
        Duration drainTime,
        DamagePolicy damagedLog,
        Set<String> calledHosts,
        Set<String> privateHosts) {
    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads the settings.
     *
     * @throws io.plumbline.server.output.RefusedException where one makes no sense; the message names it and where it comes from
     */
    public static Configuration of(Settings settings) {
        Path data = Path.of(settings.value(Setting.DATA).text());
        return new Configuration(
                settings.number(Setting.PORT, 0, LARGEST_PORT),
                settings.value(Setting.BIND).text(),
                data,
                settings.text(Setting.DATABASE),
                settings.text(Setting.DATABASE_USER),
                settings.text(Setting.DATABASE_PASSWORD),
                settings.text(Setting.KEYS).map(Path::of).orElse(data.resolve("keys")),
                ArtifactBucket.in(settings),
                settings.text(Setting.ADMIN_KEY),
                settings.value(Setting.ACCESS_LOG).text(),
                settings.time(Setting.TOKEN_LIFETIME),
                settings.time(Setting.DRAIN_TIME),
                settings.choice(Setting.DAMAGED_LOG, DamagePolicy.class),
                settings.words(Setting.CALLED_HOSTS),
                settings.words(Setting.PRIVATE_HOSTS));
    }

    @Override
    public String toString() {
        return "Configuration[" + bind + ":" + port + ", data=" + data + "]";
    }
}
