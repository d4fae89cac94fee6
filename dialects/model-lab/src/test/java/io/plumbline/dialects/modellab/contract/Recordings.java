package io.plumbline.dialects.modellab.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.dialects.testkit.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Recorded exchanges with the vendor's server. */
final class Recordings {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Recordings() {}

    /**
     * A request and its answer.
     *
     * @param body of the answer; empty where there was none
     */
    record Exchange(String file, String method, String path, int status, String body) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return file + ": " + method + " " + path;
        }
    }

    static List<Exchange> all() {
        try (Stream<Path> files = Files.list(Shared.path("recordings/datadog-model-lab"))) {
            return files.sorted().flatMap(Recordings::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Exchange of(String file) {
        return all().stream()
                .filter(exchange -> exchange.file().equals(file + "_response.json"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Exchange> read(Path file) {
        try {
            return MAPPER.readTree(file.toFile())
                    .valueStream()
                    .map(entry -> new Exchange(
                            file.getFileName().toString(),
                            entry.at("/httpRequest/method").asText(),
                            entry.at("/httpRequest/path").asText(),
                            entry.at("/httpResponse/statusCode").asInt(),
                            entry.at("/httpResponse/body").asText("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
