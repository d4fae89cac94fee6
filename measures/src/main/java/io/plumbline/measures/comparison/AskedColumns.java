package io.plumbline.measures.comparison;

import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.util.List;

/** The columns of a data set that a user asks for by name. */
public final class AskedColumns {
    private AskedColumns() {}

    /**
     * Those of these names, in the order of the data set; all of it where none is named.
     *
     * @throws TableException where the data set has no column of a name
     */
    public static List<TableColumn> of(DataSet data, List<String> names) {
        names.forEach(name -> require(data.name(), data, name));
        return data.columns().stream()
                .filter(column -> names.isEmpty() || names.contains(column.name()))
                .toList();
    }

    /** Refuses a name that the data set, so called in the message, does not have. */
    static void require(String called, DataSet data, String name) {
        List<String> names = names(data);
        if (!names.contains(name)) {
            throw new TableException(called + " has no column '" + name + "'; the nearest name is '"
                    + NearestName.to(name, names) + "'");
        }
    }

    /** The names of all columns. */
    static List<String> names(DataSet data) {
        return data.columns().stream().map(TableColumn::name).toList();
    }
}
