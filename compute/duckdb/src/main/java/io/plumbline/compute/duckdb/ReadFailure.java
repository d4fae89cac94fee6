package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.TableException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line what DuckDB says in many. */
final class ReadFailure {
    private static final Pattern ENCODING =
            Pattern.compile("Invalid unicode|not utf-8 encoded|Invalid UTF-?8|invalid UTF-?8");
    private static final Pattern SNIFFING = Pattern.compile("Error when sniffing file");
    private static final Pattern FILE = Pattern.compile("(?:file = (\\S.*)|file \"([^\"]+)\"|file '([^']+)')");
    private static final Pattern LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern ORIGINAL_LINE = Pattern.compile("^Original Line:.*$", Pattern.MULTILINE);
    private static final Pattern PREFIX = Pattern.compile("^(?:Error: |[A-Za-z ]+ (?:Error|Exception): )+");
    private static final int LONGEST_REASON = 200;

    private static final List<Rule> RULES = List.of(
            rule(
                    "No space left on device|max_temp_directory_size|Disk quota exceeded",
                    "there is no room for temporary files. Make room, or name another folder by"
                            + " PLUMBLINE_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER."),
            rule(
                    "Maximum line size",
                    "a line is longer than " + (CsvLoading.LONGEST_LINE >> 20)
                            + " MB. Look for a quote that is not closed, or whether this is a text file at all."),
            rule("[Uu]nterminated quote", "a quoted value is not closed. Close it, or double the quotes inside of it."),
            rule(
                    "Expected Number of Columns: (\\d+) Found: (\\d+)",
                    "%2$s values where the first line has %1$s. Correct the line, or quote values that contain the delimiter."),
            rule(
                    "Error when converting column \"([^\"]*)\"\\. Could not convert string \"([^\"]{0,60})[^\"]*\" to '([^']*)'",
                    "column '%1$s': '%2$s' is not of the type of the other values. Declare the column as text in a schema."),
            rule(
                    "state machine",
                    "is not well-formed delimited text: it mixes line ends, or has a quote within a value. Write it with one kind of line end, and quotes doubled in quoted values."),
            rule(
                    "Error when sniffing file",
                    "cannot be understood as delimited text. Write it with one header, and a comma between"
                            + " values."),
            rule(
                    "Malformed JSON in file .*, at byte (\\d+) in (line|record/value) (\\d+): (.*?)\\.? *$",
                    "malformed JSON in %2$s %3$s, byte %1$s: %4$s. Write an array of objects, or one object a line."),
            rule(
                    "expected records",
                    "its JSON is not made of objects. Write an array of objects, or one object a line."),
            rule(
                    "JSON transform error.* in (line|record/value) (\\d+)",
                    "its JSON changes its shape in %1$s %2$s. Write the same keys"
                            + " with the same types in every object."),
            rule(
                    "magic bytes|[Pp]arquet|TProtocol|Thrift|metadata",
                    "is not a complete Parquet file. Write or copy it again."),
            rule(
                    "gzip|GZIP|[Zz]std|ZSTD|[Dd]ecompression",
                    "its compressed data is damaged or incomplete. Write or copy it again."),
            rule(
                    "Out of Memory",
                    "does not fit into the memory given. Give more memory, or more room for temporary files."),
            rule("[Pp]ermission denied|Cannot open file", "cannot be opened. Check its permissions."));

    private ReadFailure() {}

    /** Whether text is not in the encoding it was taken for. */
    static boolean isEncoding(SQLException failure) {
        return ENCODING.matcher(message(failure)).find();
    }

    /** Whether the dialect of a text could not be made sense of. */
    static boolean isSniffing(SQLException failure) {
        return SNIFFING.matcher(message(failure)).find();
    }

    /** The failure of reading {@code files}, for the user. */
    static TableException of(SQLException failure, DataFiles files) {
        String message = message(failure);
        String reason = reason(failure, withoutUsersWords(message, files));
        return new TableException(file(message, files) + ": " + line(message) + reason, failure);
    }

    /** A path or a line of the file must not decide what the failure is taken for. */
    private static String withoutUsersWords(String message, DataFiles files) {
        String left = ORIGINAL_LINE.matcher(message).replaceAll("");
        for (String path : files.paths()) {
            left = left.replace(path, "");
        }
        return left;
    }

    private static String reason(SQLException failure, String message) {
        if (isEncoding(failure)) {
            return "is not UTF-8. Save it as UTF-8.";
        }
        return RULES.stream()
                .filter(rule -> rule.pattern().matcher(message).find())
                .findFirst()
                .map(rule -> rule.sentence(message))
                .orElseGet(() -> "cannot be read: " + firstLine(message) + ". Check that the file is complete.");
    }

    private static String file(String message, DataFiles files) {
        Matcher matcher = FILE.matcher(message);
        if (files.isOne() || !matcher.find()) {
            return files.location();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return files.location();
    }

    private static String line(String message) {
        Matcher matcher = LINE.matcher(message);
        // The number of a line that is too long is not to be trusted: it is counted within a buffer.
        return matcher.find() && !message.contains("Maximum line size") ? "line " + matcher.group(1) + ": " : "";
    }

    private static String firstLine(String message) {
        String line =
                PREFIX.matcher(message).replaceFirst("").lines().findFirst().orElse("no reason is given");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line.replaceFirst("\\.$", "");
    }

    private static String message(SQLException failure) {
        String message = failure.getMessage();
        return message == null ? "" : message.replaceFirst("^[^\n]*unsuccessful or closed pending query result\n", "");
    }

    private static Rule rule(String pattern, String sentence) {
        return new Rule(Pattern.compile(pattern, Pattern.MULTILINE), sentence);
    }

    private record Rule(Pattern pattern, String sentence) {
        String sentence(String message) {
            Matcher matcher = pattern.matcher(message);
            Object[] groups = matcher.find() ? groups(matcher) : new Object[0];
            return String.format(sentence, groups);
        }

        private static Object[] groups(Matcher matcher) {
            Object[] groups = new Object[matcher.groupCount()];
            for (int i = 0; i < groups.length; i++) {
                groups[i] = matcher.group(i + 1);
            }
            return groups;
        }
    }
}
