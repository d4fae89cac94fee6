package io.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not compile does not. Each case differs from one that does by what is wrong alone. */
class CompilationTest {
    private static final Path GENERATED =
            Path.of("target/generated-test-sources/openapi/java/io/plumbline/http/gauges/GaugesApi.java");
    private static final String HANDLERS = """
            import io.plumbline.http.*;
            import io.plumbline.http.gauges.*;
            import java.util.List;
            class Readings implements ReadingsApi {
                public Answer<ReadingCount> addReadings(Call call, String id, AddReadingsQuery query, RequestBody body) { return null; }
                public Answer<Void> describeArchive(Call call, String id) { return null; }
                public StreamingAnswer downloadArchive(Call call, String id) { return null; }
                public List<Reading> replaceReadings(Call call, String id, List<Reading> body) { return null; }
                public tools.jackson.databind.JsonNode submitForm(Call call, Form form) { return null; }
            }
            """;
    private static final String TABLE = """
            import io.plumbline.http.HttpFailure;
            class Table {
                int status(HttpFailure failure) {
                    return switch (failure) {
                        case HttpFailure.UnknownPath unknown -> 404;
                        case HttpFailure.MethodNotAllowed other -> 405;
                        case HttpFailure.UnsupportedContentType other -> 415;
                        case HttpFailure.TimedOut late -> 408;
                        case HttpFailure.Unexpected unexpected -> 500;
                    };
                }
            }
            """;

    @TempDir
    private Path classes;

    @Test
    void anOperationWithoutAnswerDoesNotCompile() {
        assertThat(errors("Readings", HANDLERS)).isEmpty();
        String without = HANDLERS.lines()
                .filter(line -> !line.contains("describeArchive"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(errors("Readings", without)).contains("describeArchive");
    }

    @Test
    void aFailureWithoutAnswerDoesNotCompile() {
        assertThat(errors("Table", TABLE)).isEmpty();
        String without =
                TABLE.lines().filter(line -> !line.contains("TimedOut")).reduce("", (all, line) -> all + line + "\n");
        assertThat(errors("Table", without)).contains("does not cover all possible input values");
    }

    @Test
    void anOperationWithoutAKnownPermissionDoesNotCompile() throws IOException {
        String generated = Files.readString(GENERATED);
        assertThat(errors("GaugesApi", generated)).isEmpty();
        assertThat(errors("GaugesApi", generated.replaceFirst("Permission\\.MONITOR_WRITE", "Permission.")))
                .isNotEmpty();
        assertThat(errors(
                        "GaugesApi", generated.replaceFirst("Permission\\.MONITOR_WRITE", "Permission.MONITOR_WRIET")))
                .contains("MONITOR_WRIET");
    }

    private String errors(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter out = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(out, null, null, options, null, List.of(new Source(name, source)))
                .call();
        return compiled ? "" : out.toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
