package io.scupper.spi;

/** Where the subject runs. */
public enum RuntimeKind {
    CONTAINER("container"),
    FORKED("forked JVM"),
    IN_PROCESS("in-process"),
    /** A program that is no JVM. */
    PROCESS("process"),
    /** Something that runs already, wherever. */
    REMOTE("remote");

    private final String word;

    RuntimeKind(String word) {
        this.word = word;
    }

    /** Returns the word that reports use. */
    public String word() {
        return word;
    }
}
