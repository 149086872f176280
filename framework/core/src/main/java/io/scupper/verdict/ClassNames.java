package io.scupper.verdict;

import java.util.List;

/** Tells whose class a class of the histogram is. */
public final class ClassNames {

    private static final List<String> JDK =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "netscape.javascript.", "org.w3c.dom.", "org.xml.");

    private ClassNames() {}

    /** Tells whether the class, or the element of the array class, is not the JDK's. */
    public static boolean isApplication(String name) {
        String element = name;
        while (element.startsWith("[")) {
            element = element.substring(1);
        }
        if (!element.equals(name)) {
            if (!element.startsWith("L")) {
                return false;
            }
            element = element.substring(1);
        }
        // The histogram lists the VM's own metadata as <methodKlass> and the like.
        return !element.startsWith("<") && JDK.stream().noneMatch(element::startsWith);
    }
}
