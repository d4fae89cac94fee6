package io.plumbline.dialects.openscale.records;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.plumbline.dialects.openscale.records.columns.BatchBuilder;
import io.plumbline.dialects.openscale.records.columns.ColumnBuilder;
import io.plumbline.dialects.openscale.records.columns.Refusal;
import io.plumbline.dialects.openscale.wire.OnError;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.HttpFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads records as CSV. Fields without text are missing values. */
final class CsvRecords {
    private static final int REASONS = 5;

    private final BatchBuilder batch;
    private final CsvOptions options;
    private final TextCellReader cells = new TextCellReader();
    private final List<String> reasons = new ArrayList<>();
    private List<ColumnBuilder> columns = List.of();
    private long passed;
    private long taken;
    private long skipped;

    CsvRecords(BatchBuilder batch, CsvOptions options) {
        this.batch = batch;
        this.options = options;
    }

    /** Reads all of the stream, or as much as the options ask for. */
    Incoming.Skipped read(InputStream input, Charset charset) {
        try (CsvText text = CsvText.of(input, charset);
                CsvReader<CsvRow> csv = reader(text);
                CloseableIterator<CsvRow> rows = csv.iterator()) {
            while (taken < options.limit() && rows.hasNext()) {
                CsvRow row = rows.next();
                if (!rows.hasNext()) {
                    text.requireClosedQuotes(row);
                }
                take(row);
            }
        } catch (CsvParseException e) {
            throw unwrapped(e);
        } catch (UncheckedIOException e) {
            throw BodyFailure.of(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw BodyFailure.of(e);
        }
        return new Incoming.Skipped(skipped, reasons);
    }

    private CsvReader<CsvRow> reader(CsvText text) {
        return CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .allowExtraCharsAfterClosingQuote(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new CsvRowHandler(options.longestLine()), text);
    }

    /** The failure that reading the body ran into, which the library wraps, or else that of the library. */
    private RuntimeException unwrapped(CsvParseException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PlumblineException || cause instanceof HttpFailureException) {
                return (RuntimeException) cause;
            }
        }
        return PlumblineException.invalid("after row " + (passed + taken)
                + ": the body is no CSV; a field is too long, which happens where a quote is opened and never closed");
    }

    private void take(CsvRow row) {
        if (columns.isEmpty()) {
            CsvHeader header = CsvHeader.of(row, batch.schema(), options.header());
            columns = header.names().stream().map(batch::column).toList();
            if (header.isRow()) {
                return;
            }
        }
        if (passed < options.skip()) {
            passed++;
            return;
        }
        taken++;
        tryRow(row);
    }

    private void tryRow(CsvRow row) {
        try {
            readRow(row);
            batch.end(1);
        } catch (PlumblineException e) {
            if (!(e.failure() instanceof Failure.Invalid invalid)) {
                throw e;
            }
            Failure.Invalid refusal = Refusal.atLine(invalid, batch.rows(), row.line());
            if (options.onError() == OnError.STOP) {
                throw new PlumblineException(refusal, e);
            }
            batch.discard();
            skip(refusal.message());
        }
    }

    private void skip(String reason) {
        skipped++;
        if (reasons.size() < REASONS) {
            reasons.add(reason);
        }
    }

    private void readRow(CsvRow row) {
        if (row.length() == CsvRow.Length.TOO_LONG) {
            throw PlumblineException.invalid("the row is longer than " + options.longestLine() + " bytes");
        }
        if (row.fields().size() != columns.size()) {
            throw PlumblineException.invalid(
                    "the row has " + row.fields().size() + " fields where there are " + columns.size() + " columns");
        }
        for (int i = 0; i < columns.size(); i++) {
            cells.read(row.fields().get(i), columns.get(i), batch.rows());
        }
    }
}
