/**
 * Uses each library as its users do; one request is one use. Compiled by the tests, against each release by itself: {@link
 * io.scupper.examples.realleaks.drivers.Front} and one more class at a time, since the class paths are not one.
 */
package io.scupper.examples.realleaks.drivers;
