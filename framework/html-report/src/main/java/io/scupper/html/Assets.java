package io.scupper.html;

import io.scupper.model.ScupperException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style and the scripts that each page holds in itself, with their hashes: the page forbids every other script and style, and
 * every request.
 */
final class Assets {

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private final String style = read("report.css") + "\n" + read(UPLOT + "dist/uPlot.min.css");
    private final String library = read(UPLOT + "dist/uPlot.iife.min.js");
    private final String script = read("report.js");
    private final String icons = read("icons.svg");
    private final String licence = read(UPLOT + "LICENSE");

    /** Returns the style sheet. */
    public String style() {
        return style;
    }

    /** Returns the library that draws charts. */
    public String library() {
        return library;
    }

    /** Returns the script of the page. */
    public String script() {
        return script;
    }

    /** Returns the icons, as symbols. */
    public String icons() {
        return icons;
    }

    /** Returns the licence of the library. */
    public String licence() {
        return licence;
    }

    /** Returns what a page may do: use what it holds, and nothing else. */
    public String policy() {
        return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src %s; script-src %s %s"
                .formatted(hash(style), hash(library), hash(script));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new ScupperException("This JVM has no SHA-256.", e);
        }
    }

    private static String read(String name) {
        try (var in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ScupperException("'%s' is not on the class path.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new ScupperException("'%s' could not be read: %s".formatted(name, e), e);
        }
    }
}
