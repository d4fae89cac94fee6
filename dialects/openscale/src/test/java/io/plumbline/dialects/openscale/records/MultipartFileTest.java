package io.plumbline.dialects.openscale.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.PlumblineException;
import io.plumbline.http.MediaType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFileTest {
    private static final String TYPE = "multipart/form-data; boundary=XX";

    @Test
    void aFileOfCsvIsRead() {
        assertThat(read(part("x.csv", "text/csv", "a,b\n1,2\n3,4\n")).batch().rows())
                .isEqualTo(2);
        assertThat(read(part("x.bin", "application/octet-stream", "a,b\n1,2\n"))
                        .batch()
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void aFileOfJsonIsRead() {
        assertThat(read(part("x", "application/json", "[{\"a\":1}]")).batch().rows())
                .isEqualTo(1);
        assertThat(read(part("x.JSON", "application/octet-stream", "[{\"a\":1}]"))
                        .batch()
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void fieldsOfTheFormArePassedOver() {
        String field = "--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n";
        assertThat(read(field + part("x.csv", "text/csv", "a\n1\n")).batch().rows())
                .isEqualTo(1);
    }

    @Test
    void twoFilesAreRefused() {
        String first = part("x.csv", "text/csv", "a\n1\n").replace("--XX--\r\n", "");
        assertThatThrownBy(() -> read(first + part("y.csv", "text/csv", "a\n1\n")))
                .hasMessage("the multipart body has more than one file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "--XX\r\nfoo", "--XX--\r\n"})
    void aBodyWithoutAFileIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(PlumblineException.class);
    }

    @Test
    void aBodyThatIsCutOffIsRefused() {
        String whole = part("x.csv", "text/csv", "a,b\n1,2\n");
        assertThatThrownBy(() -> read(whole.substring(0, whole.length() - 12)))
                .hasMessage("the multipart body ends before its last boundary");
        String json = part("x.json", "application/json", "[{\"a\":1}]");
        assertThatThrownBy(() -> read(json.substring(0, json.length() - 14)))
                .hasMessage("the multipart body ends before its last boundary");
    }

    @Test
    void aBoundaryIsNeeded() {
        assertThatThrownBy(() -> read("multipart/form-data", part("x.csv", "text/csv", "a\n1\n")))
                .hasMessage("the body is no multipart/form-data");
    }

    @Test
    void otherTypesAreRefused() {
        assertThatThrownBy(() -> read("application/xml", "<a/>"))
                .hasMessage(
                        "records come as application/json, text/csv or multipart/form-data, not as application/xml");
    }

    private static String part(String file, String type, String content) {
        return "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\nContent-Type: "
                + type + "\r\n\r\n" + content + "\r\n--XX--\r\n";
    }

    private static Incoming read(String body) {
        return read(TYPE, body);
    }

    private static Incoming read(String type, String body) {
        return Samples.reader()
                .read(
                        Samples.dataset(),
                        Optional.empty(),
                        MediaType.of(type),
                        CsvOptions.DEFAULT,
                        Samples.stream(body));
    }
}
