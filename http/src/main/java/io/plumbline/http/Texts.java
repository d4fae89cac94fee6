package io.plumbline.http;

/** Text from outside, made fit to stand in a message. */
final class Texts {
    private static final int LONGEST = 60;

    private Texts() {}

    /** The text between quotation marks, shortened, without control characters. */
    static String quoted(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
