package io.plumbline.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent to an operation of the contract, the answer is never an error inside the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FuzzSuite {
    private static final List<String> VALUES = List.of(
            "..%2F..%2Fetc",
            "%00",
            "%FF%FE",
            "%F0%9F%99%82",
            "%27%20OR%201%3D1--",
            "a".repeat(1000),
            "-1",
            "1e999",
            "99999999999999999999",
            "NaN",
            "true",
            "%7B%22a%22%3A1%7D",
            ",",
            "a:eq:b",
            "2026-02-30");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "{}",
            "\"text\"",
            "5",
            "[null]",
            "[{}]",
            "[[1]]",
            "{\"a\":1,\"a\":2}",
            "{\"\\u0000\":\"\\ud800\"}",
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            "1" + "0".repeat(5000));
    private static final List<String> WRONG = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "\"\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(10_000) + "\"",
            "1e999",
            "-1",
            "99999999999999999999",
            "0.5",
            "true",
            "{\"a\":{\"b\":[{}]}}",
            "\"'; drop table model; --\"");
    private static final byte[] BAD_UTF_8 = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

    private final DialectContract contract;
    private RunningServer server;
    private Samples samples;

    /** Over the operations of this dialect. */
    protected FuzzSuite(String dialect) {
        this.contract = DialectContract.of(dialect);
    }

    /** Makes what operations are called with. */
    protected abstract Samples samples(RunningServer on);

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        server = RunningServer.start(data.resolve("data"));
        samples = samples(server);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    protected void oddIds() {
        each(operation -> operation.path().contains("{")
                ? VALUES.stream().map(value -> request(operation.path(parameter -> value), operation, "[]"))
                : Stream.empty());
    }

    @Test
    protected void oddParameters() {
        each(operation -> operation.queryParameters().stream()
                .flatMap(name -> VALUES.stream()
                        .map(value -> request(
                                samples.path(operation) + "?" + samples.query(operation) + name + "=" + value,
                                operation,
                                "[]"))));
    }

    @Test
    protected void oddBodies() {
        each(operation -> BODIES.stream().map(body -> request(samples.target(operation), operation, body)));
    }

    @Test
    protected void bodiesOfOtherTypes() {
        each(operation -> Stream.of(
                        "text/csv",
                        "multipart/form-data; boundary=x",
                        "application/x-www-form-urlencoded",
                        "text/plain",
                        "nonsense",
                        "application/json-patch+json")
                .map(type -> request(samples.target(operation), operation, "a,b\n1,2\n")
                        .setHeader("Content-Type", type)));
        each(operation -> Stream.of(
                request(samples.target(operation), operation, BAD_UTF_8),
                request(samples.target(operation), operation, "{}").header("Content-Encoding", "gzip")));
    }

    @Test
    protected void fieldsOfWrongTypes() {
        each(operation -> operation.jsonBody().stream()
                .flatMap(schema -> spoiled(SampleBody.of(contract, schema)).stream())
                .map(body -> request(samples.target(operation), operation, body)));
    }

    /** The body with each of its fields and of the fields below spoiled in every way. */
    private static List<String> spoiled(JsonNode sample) {
        List<String> all = new ArrayList<>(List.of(sample.toString()));
        if (sample instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                List<String> inner = new ArrayList<>(WRONG);
                if (field.getValue() instanceof ObjectNode) {
                    inner.addAll(spoiled(field.getValue()));
                }
                inner.forEach(wrong -> all.add(JsonMapper.shared()
                        .writeValueAsString(object.deepCopy()
                                .putRawValue(field.getKey(), new tools.jackson.databind.util.RawValue(wrong)))));
            });
        }
        return all;
    }

    private interface Attack {
        Stream<HttpRequest.Builder> on(ContractOperation operation);
    }

    private void each(Attack attack) {
        for (ContractOperation operation : contract.operations()) {
            attack.on(operation).forEach(request -> {
                HttpResponse<String> answer = server.send(request);
                assertThat(answer.statusCode() < 500 || isAbsence(operation, answer))
                        .as(() -> operation + " " + answer.request().uri() + ": " + answer.statusCode() + " "
                                + answer.body())
                        .isTrue();
            });
        }
    }

    private static boolean isAbsence(ContractOperation operation, HttpResponse<String> answer) {
        return operation.isAbsent() && answer.statusCode() == 501;
    }

    private HttpRequest.Builder request(String path, ContractOperation operation, String body) {
        return request(path, operation, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path, ContractOperation operation, byte[] body) {
        return server.request(path)
                .header("Authorization", "Bearer " + RunningServer.ADMIN + "-key")
                .header("Content-Type", "application/json")
                .method(operation.method(), BodyPublishers.ofByteArray(body));
    }
}
