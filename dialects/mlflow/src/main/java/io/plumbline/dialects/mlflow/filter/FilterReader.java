package io.plumbline.dialects.mlflow.filter;

import io.plumbline.domain.PlumblineException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words, names, texts and numbers of a filter one after the other. */
final class FilterReader {
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_/\\-]*");
    private static final Pattern COMPARISON = Pattern.compile("!=|<=|>=|<>|=|<|>");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private final String where;
    private final String text;
    private int position;

    /**
     * A reader of a text.
     *
     * @param where the parameter that it came in, for messages
     */
    FilterReader(String where, String text) {
        this.where = where;
        this.text = text;
        skipSpace();
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** Where the next thing stands, from 1. */
    int position() {
        return position + 1;
    }

    private void skipSpace() {
        Matcher space = SPACE.matcher(text).region(position, text.length());
        if (space.lookingAt()) {
            position = space.end();
        }
    }

    /** Whether this comes next; it is then passed. */
    boolean passed(char expected) {
        boolean there = position < text.length() && text.charAt(position) == expected;
        if (there) {
            position++;
            skipSpace();
        }
        return there;
    }

    /** Whether this word comes next, in any case; it is then passed. */
    boolean passedWord(String expected) {
        Matcher word = WORD.matcher(text).region(position, text.length());
        boolean there =
                word.lookingAt() && word.group().toUpperCase(Locale.ROOT).equals(expected);
        if (there) {
            position = word.end();
            skipSpace();
        }
        return there;
    }

    void require(char expected) {
        if (!passed(expected)) {
            throw unexpected("'" + expected + "'");
        }
    }

    /** A plain word, or anything between backticks or double quotation marks. */
    String name() {
        if (position < text.length() && (text.charAt(position) == '`' || text.charAt(position) == '"')) {
            return quoted();
        }
        return matched(WORD, "a name");
    }

    /** Names with points between them, as keys are written. */
    String dottedName() {
        StringBuilder all = new StringBuilder(name());
        while (position < text.length() && text.charAt(position) == '.') {
            position++;
            all.append('.').append(name());
        }
        return all.toString();
    }

    String comparison() {
        return matched(COMPARISON, "a comparison such as =, !=, <, >, LIKE or IN");
    }

    boolean isQuoted() {
        return position < text.length() && (text.charAt(position) == '\'' || text.charAt(position) == '"');
    }

    double number() {
        return Double.parseDouble(matched(NUMBER, "a number or a text between quotation marks"));
    }

    /** What stands between two of the same mark; the mark said twice stands for itself. */
    String quoted() {
        char mark = text.charAt(position);
        int start = position;
        StringBuilder inner = new StringBuilder();
        position++;
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next != mark) {
                inner.append(next);
            } else if (position < text.length() && text.charAt(position) == mark) {
                inner.append(mark);
                position++;
            } else {
                skipSpace();
                return inner.toString();
            }
        }
        throw PlumblineException.invalid(
                where, "the quotation mark at position " + (start + 1) + " of " + where + " is not closed");
    }

    private String matched(Pattern pattern, String what) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected(what);
        }
        position = matcher.end();
        skipSpace();
        return matcher.group();
    }

    /** Something else was expected here. */
    PlumblineException unexpected(String expected) {
        String found =
                atEnd() ? "the end" : "'" + text.substring(position, Math.min(text.length(), position + 20)) + "'";
        return PlumblineException.invalid(
                where, where + " has " + found + " at position " + position() + " where " + expected + " is expected");
    }
}
