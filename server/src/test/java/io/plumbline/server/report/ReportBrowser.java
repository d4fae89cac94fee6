package io.plumbline.server.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.plumbline.measures.comparison.ComparisonReport;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An installed browser that opens reports and takes note of everything they ask for and complain of. */
final class ReportBrowser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Path folder;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable BrowserContext context;

    ReportBrowser(Path executable, Path folder) {
        this.folder = folder;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    /** A Chromium on the path, or where there is no path where systems put it, if there is one. */
    static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a report in a fresh page with the browser's usual settings. */
    Page open(ComparisonReport report) throws IOException {
        return open(report, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** Opens a report in a fresh page. */
    Page open(ComparisonReport report, Browser.NewContextOptions options) throws IOException {
        Path file = folder.resolve("report.html");
        try (Writer out = Files.newBufferedWriter(file)) {
            HtmlReport.write(report, out);
        }
        closeContext();
        context = browser.newContext(options);
        Page page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(file.toUri().toString());
        return page;
    }

    /** The addresses of everything that was asked for. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** What was written to the console, errors that nobody caught, and dialogs. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void closeContext() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void close() {
        closeContext();
        browser.close();
        playwright.close();
    }
}
