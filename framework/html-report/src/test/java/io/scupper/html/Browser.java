package io.scupper.html;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window and without a network. Where it is missing, tests fail. */
final class Browser implements AutoCloseable {

    static final int DESKTOP = 1280;
    static final int PHONE = 390;

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private final ChromeDriver driver;
    private final String axe;

    Browser() throws IOException {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(found("chromedriver"))
                .usingAnyFreePort()
                .build();
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(found("chromium", "chromium-browser", "google-chrome"));
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1");
        driver = new ChromeDriver(service, options);
        devTools("Network.enable", Map.of());
        devTools(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        try (var in = Browser.class.getResourceAsStream(AXE)) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Opens a page, light and as wide as a desktop's. */
    void open(Path page) {
        look(DESKTOP, "light", "screen");
        driver.get(page.toUri().toString());
    }

    /** Changes what the page is shown on. */
    void look(int width, String scheme, String media) {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width == PHONE));
        // Two frames: one in which the page sees its new size, one in which it draws.
        driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
        driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
    }

    /** Runs a script and returns what it returns. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Presses keys as a person does, wherever the focus is. */
    void press(CharSequence... keys) {
        new org.openqa.selenium.interactions.Actions(driver).sendKeys(keys).perform();
    }

    /** Moves the mouse to the middle of an element. */
    void point(String selector) {
        var element = driver.findElement(org.openqa.selenium.By.cssSelector(selector));
        run("arguments[0].scrollIntoView({block: 'center'})", element);
        new org.openqa.selenium.interactions.Actions(driver)
                .moveToElement(element)
                .perform();
    }

    /** Returns what the accessibility checker finds, one line each. */
    List<?> violations() {
        run(axe);
        return (List<?>) driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})
                   .then(found => done(found.violations.map(each => each.id + ': ' + each.help + ' at '
                       + each.nodes.slice(0, 3).map(node => node.target + ' ' + (node.any[0] || {}).message).join(' and '))))
                   .catch(error => done(['axe failed: ' + error]));
                """);
    }

    /** Returns what the console was told since this was last asked. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Returns the addresses of all requests since this was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1"))
                .toList();
    }

    /** Writes what is shown, from top to bottom. */
    void screenshot(Path file) throws IOException {
        long height =
                ((Number) run("return Math.ceil(document.documentElement.getBoundingClientRect().height)")).longValue();
        screenshot(file, 0, height);
    }

    /** Writes a part of what is shown. */
    void screenshot(Path file, long from, long to) throws IOException {
        long width = ((Number) run("return document.documentElement.clientWidth")).longValue();
        var clip = Map.of("x", 0, "y", from, "width", width, "height", to - from, "scale", 1);
        Map<String, Object> shot =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("clip", clip, "captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void devTools(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    private static File found(String... names) {
        Optional<File> found = Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
        return found.orElseThrow(() -> new AssertionError(
                "There is no '%s' on the PATH. Pages are tested in a real browser: install it, on Debian by 'apt-get install chromium chromium-driver'."
                        .formatted(names[0])));
    }
}
