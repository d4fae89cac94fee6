package io.plumbline.server.config;

import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** A file of settings: lines of {@code key=value}, in UTF-8. */
final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws RefusedException where it cannot be read, or has a key that is no setting
     */
    static Map<Setting, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new RefusedException("The file of settings '" + file + "' does not exist.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(
                    "The file of settings '" + file + "' cannot be read: " + e.getMessage() + ".", e);
        }
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        properties.stringPropertyNames().forEach(key -> values.put(setting(file, key), properties.getProperty(key)));
        return values;
    }

    private static Setting setting(Path file, String key) {
        return Setting.of(key)
                .orElseThrow(() -> new RefusedException("The file of settings '" + file + "' has the key '" + key
                        + "', which is no setting; there are " + Setting.keys() + "."));
    }
}
