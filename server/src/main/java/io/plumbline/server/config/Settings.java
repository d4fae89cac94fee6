package io.plumbline.server.config;

import io.plumbline.server.output.RefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of every setting and where it comes from: a flag goes before the environment, that before the file, that before the default. */
public final class Settings {
    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    /**
     * A value.
     *
     * @param text the value as it was written
     * @param source where, for a person
     */
    public record Value(String text, String source) {}

    private Settings() {}

    /**
     * Finds all values.
     *
     * @param flags what stands on the command line
     * @param environment the variables
     * @param file the file of settings, where there is one
     * @throws RefusedException where the file cannot be read or has an unknown key
     */
    public static Settings of(Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            settings.values.put(setting, new Value(setting.defaultValue(), "default"));
        }
        file.ifPresent(path -> SettingsFile.read(path)
                .forEach((setting, text) -> settings.values.put(setting, new Value(text, path.toString()))));
        for (Setting setting : Setting.values()) {
            settings.put(setting, environment.get(setting.variable()), setting.variable());
            settings.put(setting, flags.get(setting), setting.flag());
        }
        return settings;
    }

    private void put(Setting setting, @Nullable String text, String source) {
        if (text != null) {
            values.put(setting, new Value(text, source));
        }
    }

    /** The value and its source. */
    public Value value(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** What a person may see of the value. */
    public String shown(Setting setting) {
        String text = value(setting).text();
        return setting.visibility() == Setting.Visibility.SECRET && !text.isEmpty()
                ? "***"
                : text.replaceAll("(?i)(password=)[^&;]*", "$1***").replaceAll("(//[^/@:]*:)[^/@]*@", "$1***@");
    }

    /** The value as text; empty where there is none. */
    Optional<String> text(Setting setting) {
        return Optional.of(value(setting).text()).filter(text -> !text.isBlank());
    }

    /** The words between commas. */
    Set<String> words(Setting setting) {
        return Arrays.stream(value(setting).text().split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A whole number. */
    int number(Setting setting, int least, int greatest) {
        try {
            int number = Integer.parseInt(value(setting).text().strip());
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(setting, "a number from " + least + " to " + greatest, e);
        }
        throw refused(setting, "a number from " + least + " to " + greatest);
    }

    /** A time such as {@code 30s}. */
    Duration time(Setting setting) {
        return Quantities.time(value(setting).text())
                .orElseThrow(() -> refused(setting, "a time such as 500ms, 30s, 5m, 12h or 7d"));
    }

    /** One of the values of an enum, written in lower case and with hyphens. */
    <T extends Enum<T>> T choice(Setting setting, Class<T> values) {
        List<T> all = List.of(values.getEnumConstants());
        return all.stream()
                .filter(value -> written(value).equals(value(setting).text()))
                .findFirst()
                .orElseThrow(() ->
                        refused(setting, all.stream().map(Settings::written).collect(Collectors.joining(" or "))));
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** That a value makes no sense. */
    RefusedException refused(Setting setting, String expected) {
        return refused(setting, expected, null);
    }

    private RefusedException refused(Setting setting, String expected, @Nullable Throwable cause) {
        String message = "The setting " + setting.key() + " (from "
                + value(setting).source() + ") needs " + expected + ", not '" + shown(setting) + "'.";
        return cause == null ? new RefusedException(message) : new RefusedException(message, cause);
    }
}
