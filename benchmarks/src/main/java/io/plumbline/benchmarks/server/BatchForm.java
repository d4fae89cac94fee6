package io.plumbline.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The ways in which records come as JSON. */
enum BatchForm {
    /** A list of objects. */
    DICT("list of objects", "[", "]") {
        @Override
        String rest(List<String> row) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                members.add('"' + Features.ALL.get(i) + "\":" + row.get(i));
            }
            return "," + String.join(",", members) + "}";
        }

        @Override
        String beginning() {
            return "{\"" + Features.ID + "\":";
        }
    },
    /** The names of the columns once, and a list of values for each row. */
    TABLE("fields and values", "{\"fields\":[\"" + Features.ID + "\"," + quotedNames() + "],\"values\":[", "]}") {
        @Override
        String rest(List<String> row) {
            return "," + String.join(",", row) + "]";
        }

        @Override
        String beginning() {
            return "[";
        }
    };

    private final String title;
    private final String head;
    private final String foot;

    BatchForm(String title, String head, String foot) {
        this.title = title;
        this.head = head;
        this.foot = foot;
    }

    private static String quotedNames() {
        return Features.ALL.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
    }

    /** What stands before a row's id. */
    abstract String beginning();

    /** What stands behind a row's id. */
    abstract String rest(List<String> row);

    String title() {
        return title;
    }

    String head() {
        return head;
    }

    String foot() {
        return foot;
    }
}
