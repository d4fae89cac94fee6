package io.plumbline.http.server;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class HttpServerTest {
    @Test
    void canBeRehearsed() {
        assertThatCode(HttpServer::rehearse).doesNotThrowAnyException();
    }
}
