package io.plumbline.server.output;

/** How text is made to stand out. */
public enum Emphasis {
    /** Not at all. */
    NONE,
    /** By the escape sequences of terminals. */
    ANSI;

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String FAINT = "\u001b[2m";
    private static final String RESET = "\u001b[0m";

    /** Text that names something. */
    public String strong(String text) {
        return wrap(BOLD, text);
    }

    /** Text that warns. */
    public String alarming(String text) {
        return wrap(RED, text);
    }

    /** Text of less weight. */
    public String faint(String text) {
        return wrap(FAINT, text);
    }

    private String wrap(String start, String text) {
        return this == NONE || text.isEmpty() ? text : start + text + RESET;
    }
}
