package io.plumbline.server.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts with a unit, as people write them. */
public final class Quantities {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s*([A-Za-z]+)");
    private static final Map<String, ChronoUnit> TIMES = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final Map<String, Long> SIZES = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private Quantities() {}

    /** A time such as {@code 30s}; empty where the text is none. */
    public static Optional<Duration> time(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        return amount.matches()
                ? Optional.ofNullable(TIMES.get(amount.group(2)))
                        .map(unit -> Duration.of(Long.parseLong(amount.group(1)), unit))
                : Optional.empty();
    }

    /** A number of bytes such as {@code 64MB}, in units of 1024; empty where the text is none. */
    static Optional<Long> size(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        return amount.matches()
                ? Optional.ofNullable(SIZES.get(amount.group(2))).map(unit -> unit * Long.parseLong(amount.group(1)))
                : Optional.empty();
    }
}
