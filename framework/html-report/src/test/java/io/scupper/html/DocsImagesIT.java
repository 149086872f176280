package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Takes the pictures of docs/reading-a-report.md; {@code -Dscupper.images=…} says where to, target by default. */
class DocsImagesIT {

    private static final Path IMAGES =
            Path.of(System.getProperty("scupper.images", "target/docs-images")).toAbsolutePath();
    private static final int WIDTH = 1040;
    private static final int MARGIN = 14;

    @TempDir
    Path out;

    @Test
    void picturesOfTheGuideAreTaken() throws IOException {
        HtmlReport.write(List.of(Records.folder()), out);
        try (var browser = new Browser()) {
            browser.open(out.resolve("leak-threads.html"));
            browser.look(WIDTH, "light", "screen");
            picture(browser, "verdict", ".verdict", ".verdict");
            picture(browser, "suspects", "section:has(.trace)", "section:has(.trace)");
            browser.run("document.querySelectorAll('.plot')[3].focus({focusVisible: true})");
            browser.press(Keys.HOME);
            for (int i = 0; i < 12; i++) {
                browser.press(Keys.ARROW_RIGHT);
            }
            picture(browser, "charts", ".charts", ".charts");
            browser.run("document.querySelectorAll('.finding .steps')[1].open = true");
            picture(browser, "arithmetic", "#h-findings", "#h-findings ~ details");
            browser.open(out.resolve("index.html"));
            browser.look(WIDTH, "light", "screen");
            picture(browser, "index", "header", "main");
            browser.open(out.resolve("leak-heap.html"));
            browser.look(WIDTH, "light", "screen");
            browser.run("document.querySelectorAll('.origin').forEach(each => each.open = true)");
            picture(browser, "trace", "section:has(.trace)", "section:has(.trace)");
            browser.open(out.resolve("leak-leases.html"));
            browser.look(Browser.PHONE, "dark", "screen");
            picture(browser, "phone", "header", ".chart");
        }
        assertThat(IMAGES.resolve("report-charts.png")).isNotEmptyFile();
    }

    private static void picture(Browser browser, String name, String first, String last) throws IOException {
        Files.createDirectories(IMAGES);
        browser.screenshot(
                IMAGES.resolve("report-" + name + ".png"),
                Math.max(0, edge(browser, first, "top") - MARGIN),
                edge(browser, last, "bottom") + MARGIN);
    }

    private static long edge(Browser browser, String selector, String side) {
        return ((Number) browser.run(
                        "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect()[arguments[1]] + scrollY)",
                        selector,
                        side))
                .longValue();
    }
}
