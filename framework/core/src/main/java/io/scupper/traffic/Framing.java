package io.scupper.traffic;

/** How a body is put on the wire. */
public enum Framing {
    /** As it is, its length announced. */
    CONTENT_LENGTH("content-length"),
    /** In chunks, its length not announced. */
    CHUNKED("chunked"),
    /** As the one file of a {@code multipart/form-data} body whose length is announced. */
    MULTIPART("multipart"),
    /** Compressed by {@code Content-Encoding: gzip}, in chunks; inflated it has the size that was asked for. */
    GZIP("gzip");

    private final String word;

    Framing(String word) {
        this.word = word;
    }

    /** Returns the word that reports use. */
    public String word() {
        return word;
    }
}
