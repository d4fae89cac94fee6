package io.plumbline.server.config;

import io.plumbline.server.command.ExitCode;
import io.plumbline.server.command.ListingOption;
import io.plumbline.server.command.Surroundings;
import io.plumbline.server.output.Listing;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the settings of the server. */
@Command(
        name = "config",
        description = {
            "Lists every setting of the server with its value, where the value comes from, and what it means.",
            "",
            "A setting is given by a flag, by the environment (PLUMBLINE_PORT for --port), or by a file of lines such as "
                    + "port=8080; the flag goes before the environment, and that before the file. Secrets are not shown.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  plumbline config",
            "  plumbline config --config /etc/plumbline.properties --format json"
        })
public final class ConfigCommand implements Callable<Integer> {
    private static final List<String> TITLES = List.of("setting", "value", "from", "variable", "meaning");

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private SettingOptions options = SettingOptions.all();

    @Mixin
    private ListingOption listing = new ListingOption();

    /** A command that lists what it finds there. */
    public ConfigCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = options.read(surroundings.environment());
        Configuration.of(settings); // refuses what makes no sense
        List<List<String>> rows = Arrays.stream(Setting.values())
                .map(setting -> row(setting, settings))
                .toList();
        listing.show(new Listing(TITLES, rows), spec.commandLine().getOut(), surroundings);
        return ExitCode.OK;
    }

    private static List<String> row(Setting setting, Settings settings) {
        return List.of(
                setting.key(),
                settings.shown(setting),
                settings.value(setting).source(),
                setting.variable(),
                setting.meaning());
    }
}
