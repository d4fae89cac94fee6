package io.plumbline.server.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** A mixin that gives a command a flag for each setting, and finds the settings' values once it is called. */
public final class SettingOptions {
    private static final String FILE_VARIABLE = "PLUMBLINE_CONFIG";
    private static final Path USUAL_FILE = Path.of("plumbline.properties");

    private final List<Setting> flags;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "File of settings, lines of key=value. Default: plumbline.properties, where there is one.")
    private @Nullable Path file;

    private SettingOptions(List<Setting> flags) {
        this.flags = flags;
    }

    /** With a flag for every setting. */
    public static SettingOptions all() {
        return new SettingOptions(List.of(Setting.values()));
    }

    /** With flags for these settings; the others come from the environment and the file only. */
    public static SettingOptions of(Setting... settings) {
        return new SettingOptions(List.of(settings));
    }

    /** Adds the flags to the command that this is mixed into. */
    @Spec(Spec.Target.MIXEE)
    void mixInto(CommandSpec mixee) {
        command = mixee;
        for (Setting setting : flags) {
            command.addOption(option(setting.flag(), setting.placeholder(), description(setting)));
        }
    }

    private static String description(Setting setting) {
        return setting.defaultValue().isEmpty()
                ? setting.meaning()
                : setting.meaning() + " Default: " + setting.defaultValue() + ".";
    }

    private static OptionSpec option(String flag, String placeholder, String description) {
        return OptionSpec.builder(flag)
                .type(String.class)
                .paramLabel(placeholder)
                .description(description)
                .build();
    }

    /** The settings of the call, with those of this environment. */
    public Settings read(Map<String, String> environment) {
        ParseResult call = command.commandLine().getParseResult();
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (Setting setting : flags) {
            flag(call, setting.flag()).ifPresent(text -> given.put(setting, text));
        }
        return Settings.of(given, environment, file(environment));
    }

    private Optional<Path> file(Map<String, String> environment) {
        return Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of))
                .or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
    }

    private static Optional<String> flag(ParseResult call, String flag) {
        @Nullable String text = call.matchedOptionValue(flag, null);
        return Optional.ofNullable(text).map(Objects::requireNonNull);
    }
}
