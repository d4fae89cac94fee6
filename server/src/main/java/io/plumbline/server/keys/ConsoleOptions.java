package io.plumbline.server.keys;

import io.plumbline.server.command.Surroundings;
import io.plumbline.server.config.Configuration;
import io.plumbline.server.config.Setting;
import io.plumbline.server.config.SettingOptions;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** A mixin for commands at the console: which server's database they work on. */
final class ConsoleOptions {
    private final Console.Opening opening;
    private final Surroundings surroundings;

    @Mixin
    private SettingOptions settings =
            SettingOptions.of(Setting.DATA, Setting.DATABASE, Setting.DATABASE_USER, Setting.DATABASE_PASSWORD);

    ConsoleOptions(Console.Opening opening, Surroundings surroundings) {
        this.opening = opening;
        this.surroundings = surroundings;
    }

    /** Does something at the console. */
    void work(Console.Work work) throws IOException {
        opening.at(Configuration.of(settings.read(surroundings.environment())), work);
    }
}
