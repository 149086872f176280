package io.scupper.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages in a real browser that has no network. */
class PageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    static Path out;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Path records = Files.createDirectories(out.resolve("records"));
        for (String name : Records.ALL) {
            Files.copy(Records.file(name), records.resolve(name + ".json"));
        }
        Files.move(Records.hostile(records), records.resolve("hostile.json"));
        HtmlReport.write(List.of(records), out);
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"index", "leak-threads", "leak-leases", "leak-heap", "inconclusive", "clean", "error", "hostile"
            })
    void nothingIsRequestedAndTheConsoleIsSilent(String page) {
        browser.requests();
        browser.console();

        show(page);

        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address -> address.equals(page(page).toUri().toString()) || address.equals("data:,"));
        assertThat((Long) browser.run("return performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leak-threads", "leak-leases", "leak-heap", "inconclusive", "clean", "hostile"})
    void everyChartHasMarks(String page) {
        show(page);

        // For each chart, how many pixels have the colour of its first line.
        List<?> marks = (List<?>) browser.run("""
                const data = JSON.parse(document.getElementById('data').textContent);
                return [...document.querySelectorAll('.plot')].map((plot, i) => {
                  const canvas = plot.querySelector('canvas');
                  const stroke = plot.parentElement.querySelector('.legend line');
                  const [r, g, b] = getComputedStyle(stroke).stroke.match(/\\d+/g).map(Number);
                  const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  let marks = 0;
                  for (let p = 0; p < pixels.length; p += 4)
                    if (Math.abs(pixels[p] - r) + Math.abs(pixels[p + 1] - g) + Math.abs(pixels[p + 2] - b) < 12) marks++;
                  return marks;
                });
                """);

        assertThat(marks).hasSizeGreaterThan(2).allMatch(count -> ((Long) count) > 60);
    }

    @Test
    void aSuspectUnfoldsByKeyboard() {
        show("leak-threads");
        assertThat(isOpen(1)).isTrue();
        assertThat(isOpen(2)).isFalse();

        // Skip link, link to the index, the first suspect, the second.
        browser.press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
        browser.press(Keys.ENTER);

        assertThat(isOpen(2)).isTrue();
        assertThat((String) browser.run("return document.querySelectorAll('.trace')[1].innerText"))
                .contains("each instance is 16 bytes by itself", "To do");
    }

    @Test
    void theStackOfAnOriginUnfolds() {
        show("leak-heap");
        assertThat(shown(".origin .frame")).isZero();

        browser.run("document.querySelector('.origin summary').focus()");
        browser.press(Keys.ENTER);

        assertThat(shown(".origin .frame")).isEqualTo(6);
    }

    @Test
    void eachStepOfAPathIsFurtherIn() {
        show("leak-heap");

        List<?> lefts = (List<?>)
                browser.run(
                        "return [...document.querySelectorAll('.path')[1].querySelectorAll('li > code')].map(step => step.getBoundingClientRect().left)");

        assertThat(lefts).hasSize(10);
        for (int i = 1; i < lefts.size(); i++) {
            assertThat(((Number) lefts.get(i)).doubleValue())
                    .as("step %d", i)
                    .isGreaterThan(((Number) lefts.get(i - 1)).doubleValue());
        }
    }

    @Test
    void aTooltipAppearsUnderTheMouse() {
        show("leak-threads");

        browser.point(".plot .u-over");

        assertThat(tip()).contains("operations", "live heap", "MiB");
    }

    @Test
    void arrowKeysGoFromSampleToSample() {
        show("leak-threads");
        browser.run("document.querySelectorAll('.plot')[3].focus()");

        browser.press(Keys.HOME);
        String first = tip();
        browser.press(Keys.ARROW_RIGHT);

        assertThat(first).startsWith("warm-up 1");
        assertThat(tip()).startsWith("warm-up 2").contains("orders-worker-*");
        assertThat((String) browser.run("return document.activeElement.getAttribute('aria-valuetext')"))
                .startsWith("warm-up 2, ")
                .contains("orders-worker-* 2, all threads ");
        browser.press(Keys.ESCAPE);
        assertThat(tip()).isEmpty();
    }

    @Test
    void valuesOfAChartAreATable() {
        show("leak-threads");

        String table = (String) browser.run(
                "const values = document.querySelectorAll('.values')[3]; values.open = true; return values.innerText");

        assertThat(table).contains("orders-worker-*", "all threads", "armed 11", "settle 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"index", "leak-threads", "leak-leases", "leak-heap", "inconclusive", "clean", "error", "hostile"
            })
    void theAccessibilityCheckFindsNothing(String page) {
        show(page);
        browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(browser.violations()).as("light").isEmpty();

        browser.look(Browser.PHONE, "dark", "screen");
        assertThat(browser.violations()).as("dark, on a phone").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"index", "leak-threads", "leak-leases", "leak-heap", "inconclusive", "clean", "error", "hostile"
            })
    void aPhoneScrollsDownOnly(String page) {
        show(page);
        browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");

        browser.look(Browser.PHONE, "light", "screen");

        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .as("width; wider are %s", browser.run("""
                                return [...document.querySelectorAll('main *, header *, footer *')]
                                  .filter(each => !each.closest('.scroll') && each.getBoundingClientRect().right > 391)
                                  .map(each => each.tagName + '.' + each.className + ' ' + each.textContent.slice(0, 40)).slice(0, 6)
                                """))
                .isLessThanOrEqualTo(Browser.PHONE);
    }

    @Test
    void paperIsLightAndUnfolded() {
        show("leak-threads");
        browser.look(Browser.DESKTOP, "dark", "screen");

        browser.look(800, "dark", "print");

        assertThat(isOpen(2)).isTrue();
        assertThat((String) browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        browser.look(Browser.DESKTOP, "dark", "screen");
        assertThat(isOpen(2)).isFalse();
    }

    @Test
    void stacksAreUnfoldedOnPaper() {
        show("leak-heap");

        browser.look(800, "light", "print");

        assertThat(shown(".origin .frame")).isEqualTo(11);
    }

    @Test
    void hostileNamesRunNothing() {
        show("hostile");

        assertThat(browser.run("return window.pwned === undefined && document.querySelectorAll('img').length === 0"))
                .isEqualTo(true);
        assertThat((String) browser.run("return document.querySelector('h1').textContent"))
                .contains("example)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"index", "leak-threads", "leak-leases", "leak-heap", "inconclusive", "clean", "error", "hostile"
            })
    void screenshotsAreTaken(String page) throws IOException {
        show(page);
        browser.screenshot(SCREENSHOTS.resolve(page + "-1280.png"));
        browser.look(Browser.DESKTOP, "dark", "screen");
        browser.screenshot(SCREENSHOTS.resolve(page + "-1280-dark.png"));
        browser.look(Browser.PHONE, "light", "screen");
        browser.screenshot(SCREENSHOTS.resolve(page + "-390.png"));
        browser.look(800, "light", "print");
        browser.screenshot(SCREENSHOTS.resolve(page + "-print.png"));

        assertThat(SCREENSHOTS.resolve(page + "-390.png")).isNotEmptyFile();
    }

    private static void show(String page) {
        browser.open(page(page));
    }

    private static Path page(String name) {
        return out.resolve(name + ".html");
    }

    private static boolean isOpen(int suspect) {
        return (Boolean) browser.run("return document.querySelectorAll('.trace')[arguments[0]].open", suspect - 1);
    }

    private static long shown(String selector) {
        return (Long) browser.run(
                "return [...document.querySelectorAll(arguments[0])].filter(each => each.checkVisibility()).length",
                selector);
    }

    private static String tip() {
        return (String)
                browser.run(
                        "return [...document.querySelectorAll('.tip')].filter(tip => !tip.hidden).map(tip => tip.innerText).join('|')");
    }
}
