package io.plumbline.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.ComparisonReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void theSameReportGivesTheSameText() throws Exception {
        assertThat(html(SampleReports.credit())).isEqualTo(html(SampleReports.credit()));
    }

    @Test
    void theVerdictStandsInWords() throws Exception {
        ComparisonReport report = SampleReports.credit();
        assertThat(html(report))
                .contains("<h1>" + report.verdict().driftedColumns() + " of "
                        + report.verdict().columns() + " columns have drifted</h1>")
                .contains("The data set as a whole has not drifted")
                .contains("share of drifted columns &gt;= 0.5; p-values corrected by Benjamini-Hochberg")
                .contains(
                        "1 column could not be judged · 2 columns only in the reference · 1 column only in the current data");
    }

    @Test
    void everyColumnIsInTheTableAndInTheDataInOrderOfSeverity() throws Exception {
        ComparisonReport report = SampleReports.wide(300);
        String html = html(report);
        List<String> ranked = RankedColumn.bySeverity(report.columns()).stream()
                .map(column -> column.report().name())
                .toList();
        assertThat(ranked)
                .containsExactlyInAnyOrderElementsOf(
                        report.columns().stream().map(ColumnReport::name).toList());
        assertThat(data(html)
                        .get("columns")
                        .valueStream()
                        .map(column -> column.get("name").stringValue()))
                .isEqualTo(ranked);
        assertThat(matches("<tbody [^>]*><tr [^>]*><th [^>]*><button [^>]*><bdi>(.*?)</bdi>", html))
                .isEqualTo(ranked);
    }

    @Test
    void numbersAreKeptInFullPrecision() throws Exception {
        JsonNode column =
                data(html(SampleReports.withOneColumn())).get("columns").get(0);
        ColumnReport report = SampleReports.withOneColumn().columns().getFirst();
        assertThat(column.at("/current/moments/mean").doubleValue())
                .isEqualTo(report.current().moments().mean());
        assertThat(column.at("/results/0/parameters/edges/2").doubleValue()).isEqualTo(0.30000000000000004);
        assertThat(column.at("/results/1/p").doubleValue()).isEqualTo(Math.exp(-80));
        assertThat(column.at("/results/0/p").stringValue()).isEqualTo("NaN");
        assertThat(column.at("/results/2/reason").stringValue()).isEqualTo("only profiles are known");
    }

    @Test
    void namesAndCategoriesCannotBreakOut() throws Exception {
        String html = html(SampleReports.hostile());
        assertThat(html).doesNotContain("<img", "<b>bold", SampleReports.HOSTILE);
        assertThat(matches("(<script[^>]*>|</script>|</style>|<!--)", html))
                .containsExactly(
                        "</style>",
                        "<script type=\"application/json\" id=\"data\">",
                        "</script>",
                        "<script>",
                        "</script>");
        assertThat(data(html)
                        .get("columns")
                        .valueStream()
                        .map(column -> column.get("name").stringValue()))
                .contains(SampleReports.HOSTILE);
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        String html = html(SampleReports.credit());
        assertThat(html)
                .doesNotContainPattern("https?:")
                .doesNotContainPattern("(?i)@import|url\\(|<link|<iframe|<base");
        assertThat(html).doesNotContainPattern("\\s(src|href|style|on\\w+)=");
    }

    @Test
    void thePolicyAdmitsTheStyleAndTheScriptByTheirHashesAlone() throws Exception {
        String html = html(SampleReports.credit());
        assertThat(matches("http-equiv=\"Content-Security-Policy\" content=\"(.*?)\"", html))
                .containsExactly("default-src 'none'; style-src 'sha256-" + sha256("<style>(.*?)</style>", html)
                        + "'; script-src 'sha256-" + sha256("<script>(.*?)</script>", html)
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void statesWithoutAnythingToShowAreSaidInWords() throws Exception {
        assertThat(html(SampleReports.withoutDrift())).contains("None of 8 columns has drifted");
        assertThat(html(SampleReports.withoutScores())).contains("No column could be judged", "Not measured");
        assertThat(html(SampleReports.withoutColumns()))
                .contains("There is nothing to compare", "Only in the reference", "only_there");
        assertThat(html(SampleReports.withOneColumn())).contains("<h1>The column has drifted</h1>");
    }

    @Test
    void aColumnWithoutANameCanStillBeOpened() throws Exception {
        assertThat(html(SampleReports.withLongNames())).contains("<bdi>(no name)</bdi>");
    }

    @Test
    void theFileStaysSmallWithManyColumns() throws Exception {
        assertThat(html(SampleReports.wide(1_000)).length()).isLessThan(3_500_000);
    }

    @Test
    void aFailureToWriteComesOutAsItIs() {
        IOException full = new IOException("the disk is full");
        assertThatThrownBy(() -> HtmlReport.write(SampleReports.credit(), new FullAfter(0, full)))
                .isSameAs(full);
        int middleOfTheData = 60_000;
        assertThatThrownBy(() -> HtmlReport.write(SampleReports.credit(), new FullAfter(middleOfTheData, full)))
                .isSameAs(full);
    }

    private static String html(ComparisonReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        HtmlReport.write(report, out);
        return out.toString();
    }

    private static JsonNode data(String html) {
        return JsonMapper.shared().readTree(matches(DATA.pattern(), html).getFirst());
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String sha256(String pattern, String html) throws Exception {
        byte[] text = matches(pattern, html).getFirst().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
    }

    /** Takes so many characters and then fails. */
    private static final class FullAfter extends Writer {
        private final IOException failure;
        private int left;

        FullAfter(int characters, IOException failure) {
            this.left = characters;
            this.failure = failure;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw failure;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
