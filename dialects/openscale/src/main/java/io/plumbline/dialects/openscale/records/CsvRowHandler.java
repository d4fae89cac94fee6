package io.plumbline.dialects.openscale.records;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.plumbline.dialects.openscale.records.CsvRow.End;
import io.plumbline.dialects.openscale.records.CsvRow.Length;
import java.util.ArrayList;
import java.util.List;

/** Collects the fields of rows, up to a length of a row. */
final class CsvRowHandler extends CsvCallbackHandler<CsvRow> {
    private final int longest;
    private final TextCache texts = new TextCache();
    private List<String> fields = new ArrayList<>();
    private RecordType type = RecordType.DATA;
    private End end = End.PLAIN;
    private int count;
    private long line;
    private long length;

    /** Of rows of at most so many bytes as UTF-8. */
    CsvRowHandler(int longest) {
        this.longest = longest;
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = startingLine;
        fields = new ArrayList<>(fields.size());
        type = RecordType.DATA;
        count = 0;
        length = 0;
    }

    @Override
    protected void addField(char[] buffer, int offset, int characters, boolean quoted) {
        end = quoted ? End.QUOTED : End.PLAIN;
        count++;
        length += 1 + bytes(buffer, offset, characters);
        if (length > longest) {
            fields.clear();
        } else {
            fields.add(texts.text(buffer, offset, characters));
        }
    }

    private static int bytes(char[] buffer, int offset, int characters) {
        int bytes = characters;
        for (int i = offset; i < offset + characters; i++) {
            // A pair of surrogates is four bytes, two for each half.
            bytes += buffer[i] < 0x80 ? 0 : buffer[i] < 0x800 || Character.isSurrogate(buffer[i]) ? 1 : 2;
        }
        return bytes;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int characters) {
        type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, fields, length > longest ? Length.TOO_LONG : Length.FITTING, end);
    }
}
