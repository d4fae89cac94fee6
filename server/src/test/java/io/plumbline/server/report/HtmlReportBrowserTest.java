package io.plumbline.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.comparison.ComparisonReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportBrowserTest {
    private ReportBrowser browser;

    @BeforeAll
    void start(@TempDir Path folder) {
        Optional<Path> executable = ReportBrowser.installed();
        assumeTrue(executable.isPresent(), "there is no chromium or google-chrome on the path");
        browser = new ReportBrowser(executable.get(), folder);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasLoadedAndNothingComplained() {
        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith("file://"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void drawsEveryColumnInSight() throws IOException {
        Page page = browser.open(SampleReports.credit());
        PlaywrightAssertions.assertThat(page.locator(".spark")).hasCount(24);
        assertThat(page.locator("#shown").textContent()).isEqualTo("25 of 25 columns");
        assertThat(page.locator(".gauge").count()).isEqualTo(24);
    }

    @Test
    void sortsByHeadingsAndBack() throws IOException {
        ComparisonReport report = SampleReports.credit();
        Page page = browser.open(report);
        List<String> bySeverity = names(page);
        List<String> byName = report.columns().stream()
                .map(ColumnReport::name)
                .sorted(Comparator.comparing(
                        (String name) -> name.replaceAll("_(\\d)$", "_0$1"), String.CASE_INSENSITIVE_ORDER))
                .toList();

        Locator column = page.locator("th", new Page.LocatorOptions().setHasText("Column"));
        column.locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(names(page)).isEqualTo(byName);
        assertThat(column.getAttribute("aria-sort")).isEqualTo("ascending");
        page.keyboard().press("Space");
        assertThat(names(page)).isEqualTo(byName.reversed());
        assertThat(column.getAttribute("aria-sort")).isEqualTo("descending");

        page.click("[data-sort=severity]");
        assertThat(names(page)).isEqualTo(bySeverity);
        assertThat(page.locator("[aria-sort]").count()).isEqualTo(1);
        page.click("[data-sort=missing]");
        assertThat(page.locator(".column .missing").first().textContent()).contains("→");
        assertThat(names(page)).containsExactlyInAnyOrderElementsOf(byName);
    }

    @Test
    void filtersByWordsAndByDrift() throws IOException {
        ComparisonReport report = SampleReports.credit();
        Page page = browser.open(report);
        page.fill("#filter", "bureau _1");
        assertThat(shown(page)).isEqualTo(6);
        page.check("#drifted");
        assertThat(page.locator(".column:visible .verdict > span").allTextContents())
                .isNotEmpty()
                .allMatch("Drifted"::equals);
        page.fill("#filter", "");
        assertThat(shown(page)).isEqualTo(report.verdict().driftedColumns());
        assertThat(page.locator("#shown").textContent())
                .isEqualTo(report.verdict().driftedColumns() + " of 25 columns");
        page.fill("#filter", "nowhere");
        assertThat(page.locator("#empty").isVisible()).isTrue();
        page.click("#clear");
        assertThat(shown(page)).isEqualTo(25);
    }

    @Test
    void opensTheDetailByKeyboardAndClosesItByClick() throws IOException {
        Page page = browser.open(SampleReports.withOneColumn());
        Locator button = page.locator(".column button");
        button.focus();
        page.keyboard().press("Enter");
        assertThat(button.getAttribute("aria-expanded")).isEqualTo("true");
        Locator detail = page.locator("#" + button.getAttribute("aria-controls"));
        assertThat(detail.locator("h3").allTextContents()).containsExactly("Distributions", "Condition", "Measures");
        assertThat(detail.locator(".hit").count()).isEqualTo(20);
        assertThat(detail.textContent())
                .contains("Kolmogorov-Smirnov test", "1.805e−35", "p ≤ 0.05 and effect ≥ 0.1", "0.5 to 1")
                .contains("binning = quantiles of the reference", "Not computed: only profiles are known");
        page.locator(".column .verdict").click();
        assertThat(detail.count()).isZero();
        assertThat(button.getAttribute("aria-expanded")).isEqualTo("false");
    }

    @Test
    void theScriptRoundsAsTheRowsDo() throws IOException {
        Page page = browser.open(SampleReports.wide(60));
        page.evaluate("document.querySelectorAll('.column button').forEach(button => button.click())");
        Locator rows = page.locator(".column > tr:first-child .score span");
        Locator details = page.locator(".detail .scroll tbody tr:first-child td:nth-child(3)");
        assertThat(details.count()).isEqualTo(60);
        assertThat(details.allTextContents()).isEqualTo(rows.allTextContents());
    }

    @Test
    void hostileNamesAreOnlyText() throws IOException {
        Page page = browser.open(SampleReports.hostile());
        page.evaluate("document.querySelectorAll('.column button').forEach(button => button.click())");
        assertThat(page.locator("img").count()).isZero();
        assertThat(page.locator(".categories bdi").allTextContents()).contains(SampleReports.HOSTILE);
        assertThat(names(page)).contains(SampleReports.HOSTILE);
    }

    @Test
    void everyStateWithoutDriftOrColumnsOpens() throws IOException {
        for (ComparisonReport report : List.of(
                SampleReports.withoutDrift(),
                SampleReports.withoutScores(),
                SampleReports.withoutColumns(),
                SampleReports.withLongNames())) {
            Page page = browser.open(report);
            page.evaluate("document.querySelectorAll('.column button').forEach(button => button.click())");
            assertThat(page.locator(".detail").count())
                    .isEqualTo(report.columns().size());
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    @Test
    void nothingIsWiderThanANarrowScreen() throws IOException {
        for (ComparisonReport report : List.of(SampleReports.credit(), SampleReports.withLongNames())) {
            Page page = browser.open(report, new Browser.NewContextOptions().setViewportSize(375, 800));
            page.evaluate("document.querySelectorAll('.column button').forEach(button => button.click())");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    @Test
    void textIsReadableInLightAndDark() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.open(SampleReports.credit(), new Browser.NewContextOptions().setColorScheme(scheme));
            for (String selector : List.of("h1", ".method", ".drifted .verdict span", ".column small", "#shown")) {
                assertThat(contrast(page, selector)).as(scheme + " " + selector).isGreaterThan(4.5);
            }
        }
    }

    @Test
    void theTableCanBeReadWithoutAScript() throws IOException {
        ComparisonReport report = SampleReports.credit();
        Page page = browser.open(report, new Browser.NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.locator("h1").isVisible()).isTrue();
        assertThat(page.locator(".column").count()).isEqualTo(report.columns().size());
        assertThat(page.locator(".tools").isVisible()).isFalse();
        assertThat(page.locator(".column .score").first().isVisible()).isTrue();
    }

    @Test
    void fiveThousandColumnsOpenAndFilterWithoutDelay() throws IOException {
        ComparisonReport report = SampleReports.wide(5_000);
        Page page = browser.open(report);
        assertThat(milliseconds(page, "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
                .isLessThan(3_000);
        assertThat(page.locator(".spark").count()).isLessThan(200);
        assertThat(milliseconds(page, taking("filter.value = 'feature_49'; filter.dispatchEvent(new Event('input'))")))
                .isLessThan(500);
        assertThat(shown(page)).isEqualTo((int) report.columns().stream()
                .filter(column -> column.name().contains("feature_49"))
                .count());
        assertThat(milliseconds(page, taking("document.querySelector('[data-sort=name]').click()")))
                .isLessThan(1_500);
        PlaywrightAssertions.assertThat(page.locator(".column:visible .spark").nth(5))
                .isVisible();
    }

    /** Time of an action up to the finished layout. */
    private static String taking(String action) {
        return "(() => { const filter = document.getElementById('filter'), start = performance.now(); " + action
                + "; document.body.offsetHeight; return performance.now() - start; })()";
    }

    private static double milliseconds(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static List<String> names(Page page) {
        return page.locator(".column > tr:first-child bdi").allTextContents();
    }

    private static int shown(Page page) {
        return page.locator(".column:not([hidden])").count();
    }

    /** The ratio of luminances of text and page, as WCAG 2 defines it. */
    private static double contrast(Page page, String selector) {
        return milliseconds(page, """
                (() => {
                  const luminance = color => {
                    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map(value => value / 255)
                        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  const text = luminance(getComputedStyle(document.querySelector('%s')).color);
                  const page = luminance(getComputedStyle(document.documentElement).backgroundColor);
                  return (Math.max(text, page) + 0.05) / (Math.min(text, page) + 0.05);
                })()
                """.formatted(selector));
    }
}
