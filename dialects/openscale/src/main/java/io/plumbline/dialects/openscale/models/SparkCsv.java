package io.plumbline.dialects.openscale.models;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** CSV as Spark writes it, with backslashes before quotes, in the form that has quotes doubled, and without a byte order mark. */
final class SparkCsv extends FilterReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PushbackReader text;
    /** Already read and still to be given. */
    private int pending = -1;

    private SparkCsv(PushbackReader text) {
        super(text);
        this.text = text;
    }

    /** The text of a file. */
    static SparkCsv of(Reader text) throws IOException {
        PushbackReader csv = new PushbackReader(text);
        int first = csv.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            csv.unread(first);
        }
        return new SparkCsv(csv);
    }

    @Override
    public int read() throws IOException {
        if (pending >= 0) {
            int given = pending;
            pending = -1;
            return given;
        }
        int character = text.read();
        return character == '\\' ? escaped(text.read()) : character;
    }

    private int escaped(int next) throws IOException {
        if (next == '"' || next == '\\') {
            pending = next;
            return next;
        }
        if (next >= 0) {
            text.unread(next);
        }
        return '\\';
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int character = read();
            if (character < 0) {
                break;
            }
            characters[offset + count] = (char) character;
            count++;
        }
        return count == 0 && length > 0 ? -1 : count;
    }
}
