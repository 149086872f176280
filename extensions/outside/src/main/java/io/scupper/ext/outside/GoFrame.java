package io.scupper.ext.outside;

import java.util.Set;

/**
 * A frame of a Go stack.
 *
 * @param function with its package: {@code main.(*Store).keep}
 * @param file whole path as the compiler wrote it
 */
record GoFrame(String function, String file, int line) {

    /** How the paths of Go's own packages begin; a module of somebody's may not be called so. */
    private static final Set<String> STANDARD = Set.of(
            "archive",
            "bufio",
            "bytes",
            "cmp",
            "compress",
            "container",
            "context",
            "crypto",
            "database",
            "debug",
            "embed",
            "encoding",
            "errors",
            "expvar",
            "flag",
            "fmt",
            "go",
            "hash",
            "html",
            "image",
            "index",
            "internal",
            "io",
            "iter",
            "log",
            "maps",
            "math",
            "mime",
            "net",
            "os",
            "path",
            "plugin",
            "reflect",
            "regexp",
            "runtime",
            "slices",
            "sort",
            "strconv",
            "strings",
            "structs",
            "sync",
            "syscall",
            "testing",
            "text",
            "time",
            "unicode",
            "unique",
            "unsafe",
            "weak");

    /** The frames of whoever reads: what they allocate is not the service's. */
    private static final Set<String> OF_THE_READER = Set.of("runtime/pprof", "net/http/pprof", "expvar");

    /** Returns the path of its package: {@code github.com/gin-gonic/gin}. */
    String packageName() {
        int slash = function.lastIndexOf('/');
        int dot = function.indexOf('.', slash + 1);
        return dot < 0 ? function : function.substring(0, dot);
    }

    boolean isStandard() {
        return STANDARD.contains(packageName().replaceAll("/.*", ""));
    }

    boolean isOfTheRuntime() {
        return packageName().equals("runtime");
    }

    boolean isOfTheReader() {
        return OF_THE_READER.contains(packageName());
    }

    /** Tells whether a request, or the connection it comes on, begins here: below it is the server and nothing else. */
    boolean isOfTheServersLoop() {
        return function.equals("net/http.(*Server).Serve") || function.equals("net/http.(*conn).serve");
    }

    /** Tells whether it is neither Go's own nor of a module that somebody else wrote. */
    boolean isApplication() {
        return !isStandard() && !isOfALibrary();
    }

    private boolean isOfALibrary() {
        return !function.startsWith("main.")
                && (file.contains("@v") || file.contains("/vendor/") || file.contains("/gocode/src/"));
    }

    /** Returns it as messages show it; see {@link io.scupper.trace.Frames} for what the folder of the file says. */
    String text() {
        return "%s(%s:%d)".formatted(function, place(), line);
    }

    private String place() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (isStandard()) {
            return "std/" + packageName() + "/" + name;
        }
        if (!isOfALibrary()) {
            return name;
        }
        return file.replaceFirst("^.*(?:/pkg/mod/|/vendor/|/gocode/src/)", "");
    }
}
