package io.scupper.spi;

/**
 * A parameter of a fault.
 *
 * @param name in camel case, as the annotation's attribute is called
 * @param allowed what may be written, for messages and docs, for example {@code a size such as '16MiB'}
 * @param fallback the value when nothing is given; empty if it must be given
 */
public record Parameter(String name, String allowed, String fallback) {}
