package io.plumbline.server.importing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a user says of files. */
final class FileOptions {
    /** The extension that tells the format, before one that only tells a compression. */
    private static final Pattern EXTENSION = Pattern.compile("\\.([a-z]+)(\\.(gz|gzip|zst|zstd))?$");

    private static final Map<String, String> FORMATS =
            Map.of("csv", "csv", "tsv", "csv", "json", "json", "ndjson", "json", "jsonl", "json", "parquet", "parquet");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, json or parquet. Default: by extension or content.")
    private @Nullable String format;

    @Option(
            names = "--header",
            arity = "1",
            paramLabel = "true|false",
            description = "CSV: whether the first line names the columns. Default: found out.")
    private @Nullable Boolean header;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "CSV: the character between values. Default: found out.")
    private @Nullable String delimiter;

    @Option(names = "--record-id", paramLabel = "COLUMN", description = "The column with the ids of the records.")
    private @Nullable String recordId;

    @Option(names = "--event-time", paramLabel = "COLUMN", description = "The column that says when it happened.")
    private @Nullable String eventTime;

    @Option(
            names = "--transaction-id",
            paramLabel = "COLUMN",
            description = "The column that ties records of several datasets together.")
    private @Nullable String transactionId;

    /** The query of the request that sends a file; empty where nothing is said. */
    String queryFor(Path file) {
        Map<String, Object> query = new LinkedHashMap<>();
        formatOf(file).ifPresent(value -> query.put("format", value));
        add(query, "header", header);
        add(query, "delimiter", delimiter);
        add(query, "record_id", recordId);
        add(query, "event_time", eventTime);
        add(query, "transaction_id", transactionId);
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Optional<String> formatOf(Path file) {
        return Optional.ofNullable(format).or(() -> {
            Matcher extension = EXTENSION.matcher(file.toString().toLowerCase(Locale.ROOT));
            return extension.find() ? Optional.ofNullable(FORMATS.get(extension.group(1))) : Optional.empty();
        });
    }

    private static void add(Map<String, Object> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
