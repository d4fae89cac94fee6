package io.plumbline.server.command;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.server.output.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads what a user says of columns: {@code {"columns":[{"name":"age","type":"integer","role":"feature"}]}}. */
final class SchemaFile {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Path file;
    private final JsonParser json;
    private final Map<String, Schema.Declared> columns = new LinkedHashMap<>();

    private SchemaFile(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException where it is not one; the message names the file and the line
     */
    static Schema read(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
            return new SchemaFile(file, json).read();
        } catch (NoSuchFileException e) {
            throw new RefusedException("The schema file '" + file + "' does not exist.", e);
        } catch (JacksonIOException e) {
            throw unreadable(file, Objects.requireNonNull(e.getCause()));
        } catch (JacksonException e) {
            throw new RefusedException(where(file, e.getLocation().getLineNr()) + "this is not JSON: " + reason(e), e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RefusedException unreadable(Path file, IOException e) {
        String reason = switch (e) {
            case MalformedInputException _ -> "is not UTF-8 text.";
            case AccessDeniedException _ -> "cannot be read; check its permissions.";
            default ->
                Files.isDirectory(file) ? "is a folder; name a file." : "cannot be read: " + e.getMessage() + ".";
        };
        return new RefusedException("The schema file '" + file + "' " + reason, e);
    }

    /** Without what the parser says of its own settings. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().replaceAll("(?: for [^()]*)?\\s*\\([^()]*\\[Source: .*\\)", "");
    }

    private Schema read() {
        require(JsonToken.START_OBJECT, "an object with \"columns\" is expected");
        boolean found = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            if (!json.currentName().equals("columns")) {
                throw refused("'" + json.currentName() + "' is not known here; only \"columns\" is");
            }
            readColumns();
            found = true;
        }
        if (!found) {
            throw refused("\"columns\" is missing");
        }
        if (json.nextToken() != null) {
            throw refused("nothing is expected after the end of the object");
        }
        return new Schema(columns);
    }

    private void readColumns() {
        require(JsonToken.START_ARRAY, "a list of columns is expected");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw refused("a column such as {\"name\":\"age\",\"type\":\"integer\"} is expected");
            }
            readColumn();
        }
    }

    private void readColumn() {
        @Nullable String name = null;
        Optional<ColumnType> type = Optional.empty();
        Optional<ColumnRole> role = Optional.empty();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            switch (json.currentName()) {
                case "name" -> name = text();
                case "type" -> type = Optional.of(oneOf("type", ColumnType.values(), ColumnType::label));
                case "role" -> role = Optional.of(oneOf("role", ColumnRole.values(), ColumnRole::label));
                default ->
                    throw refused("'" + json.currentName() + "' is not known of a column; name, type and role are");
            }
        }
        if (name == null) {
            throw refused("this column has no \"name\"");
        }
        if (columns.put(name, new Schema.Declared(type, role)) != null) {
            throw refused("the column '" + name + "' was named before; name it once");
        }
    }

    private <E> E oneOf(String what, E[] values, Function<E, String> label) {
        String text = text();
        return Labels.find(text, values, label)
                .orElseThrow(
                        () -> refused("'" + text + "' is not a " + what + "; use one of " + Labels.all(values, label)));
    }

    private String text() {
        require(JsonToken.VALUE_STRING, "a text is expected");
        return json.getString();
    }

    private void require(JsonToken token, String expectation) {
        if (json.nextToken() != token) {
            throw refused(expectation);
        }
    }

    private RefusedException refused(String what) {
        return new RefusedException(where(file, json.currentTokenLocation().getLineNr()) + what + ".");
    }

    private static String where(Path file, int line) {
        return "The schema file '" + file + "', line " + line + ": ";
    }
}
