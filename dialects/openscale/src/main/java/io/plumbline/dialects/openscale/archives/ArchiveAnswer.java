package io.plumbline.dialects.openscale.archives;

import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.domain.archive.MonitorArchives;
import io.plumbline.http.StreamingAnswer;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Archives as they go over the wire: the bytes, and what is known of them in header fields. */
final class ArchiveAnswer {
    /** Names that need no encoding (RFC 6266). */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ._()-]+");

    private ArchiveAnswer() {}

    /** The archive. A HEAD gets the same, of which the server sends the header fields alone. */
    static StreamingAnswer of(MonitorArchive archive, MonitorArchives archives) {
        return StreamingAnswer.of("application/octet-stream", out -> {
                    try (InputStream content = archives.open(archive)) {
                        content.transferTo(out);
                    }
                })
                .ofLength(archive.size())
                .withHeader("Content-Disposition", disposition(archive.name()))
                .withHeader("ETag", "\"" + archive.sha256() + "\"")
                .withHeader(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                archive.header().stamp().modifiedAt().atOffset(ZoneOffset.UTC)));
    }

    private static String disposition(String name) {
        return PLAIN.matcher(name).matches()
                ? "attachment; filename=\"" + name + "\""
                : "attachment; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
