package io.plumbline.server.report;

import io.plumbline.measures.comparison.Verdict;
import java.util.Locale;

/** The drawing beside the verdict: a plumb line for the reference, and a line that leans as far as columns have drifted. */
final class PlumbLine {
    private static final double WIDEST_DEGREES = 24;

    private PlumbLine() {}

    static String drawing(Verdict verdict) {
        double degrees = WIDEST_DEGREES * verdict.share();
        return """
                <svg class="plumb" viewBox="0 0 96 128" width="96" height="128" aria-hidden="true">\
                <path class="beam" d="M8 6H88"/>\
                <path class="lean" d="M48 6V118" transform="rotate(%s 48 6)"/>\
                <path class="line" d="M48 6V96"/><path class="bob" d="M48 122L40 102L43 96H53L56 102Z"/></svg>\
                """.formatted(String.format(Locale.ROOT, "%.2f", -degrees));
    }
}
