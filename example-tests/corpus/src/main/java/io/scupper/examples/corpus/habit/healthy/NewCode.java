package io.scupper.examples.corpus.habit.healthy;

import io.scupper.examples.corpus.habit.Habit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Another corner of the JDK every so often: its classes are loaded and its code is compiled while the rounds go on. */
public final class NewCode implements Habit {

    private static final int EVERY = 180;

    private static final List<LongFunction<String>> CORNERS = List.of(
            n -> BigInteger.valueOf(n).pow(20).toString(),
            n -> String.format(Locale.ROOT, "%08d %s %.3f", n, "order", n / 3.0),
            n -> Pattern.compile("(\\d)(\\d)?+").matcher(Long.toString(n)).replaceAll("$1-"),
            n -> LocalDate.ofEpochDay(n % 20_000).format(DateTimeFormatter.ISO_WEEK_DATE),
            n -> new BigDecimal(n).movePointLeft(3).stripTrailingZeros().toPlainString(),
            n -> MessageFormat.format("{0,number,#.##} of {1}", n, "them"),
            n -> UUID.nameUUIDFromBytes(Long.toString(n).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString(),
            n -> java.util.stream.LongStream.range(0, 100)
                    .mapToObj(Long::toHexString)
                    .collect(java.util.stream.Collectors.joining()),
            n -> java.util.Base64.getEncoder().encodeToString(new byte[(int) (n % 50)]),
            n -> Locale.forLanguageTag("de-AT").getDisplayCountry(Locale.FRENCH));

    private int longest;

    @Override
    public Taken take(long operation) {
        long reached = Math.min(CORNERS.size() - 1, operation / EVERY);
        for (int i = 0; i <= reached; i++) {
            longest = Math.max(longest, CORNERS.get(i).apply(operation).length());
        }
        return NOTHING;
    }
}
