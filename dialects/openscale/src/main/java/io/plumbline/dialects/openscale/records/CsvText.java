package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** The text of a CSV file, without a byte order mark, that remembers how it ended. */
final class CsvText extends FilterReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The last character that is no end of a line. */
    private char last = '\n';

    private CsvText(Reader reader) {
        super(reader);
    }

    /** The text of these bytes; reading fails on bytes that are no text in the character set. */
    static CsvText of(InputStream input, Charset charset) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(input, charset.newDecoder()));
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return new CsvText(reader);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            remember((char) read);
        }
        return read;
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int read = super.read(characters, offset, length);
        for (int i = Math.max(0, read - 3); i < read; i++) {
            remember(characters[offset + i]);
        }
        return read;
    }

    private void remember(char character) {
        if (character != '\n' && character != '\r') {
            last = character;
        }
    }

    /**
     * Fails where the last field of the last row begins with a quote, but the text does not end with one: then it runs to the end because
     * nothing closes it.
     */
    void requireClosedQuotes(CsvRow row) {
        if (row.end() == CsvRow.End.QUOTED && last != '"') {
            throw PlumblineException.invalid("line " + row.line() + ": a quote is opened and never closed");
        }
    }
}
