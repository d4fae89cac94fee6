package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.COUNTED_EDGES;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.CountedEdges;
import io.plumbline.measures.column.Edges;
import io.plumbline.store.sql.generated.tables.records.CountedEdgesRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Edges of datasets in a database. */
public final class SqlCountedEdges implements CountedEdges {
    private final Database database;

    /** Those in this database. */
    public SqlCountedEdges(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Edges> of(Id dataset) {
        Map<String, Edges> edges = new TreeMap<>();
        database.read(sql -> sql.selectFrom(COUNTED_EDGES)
                        .where(COUNTED_EDGES.DATASET.eq(dataset.toString()))
                        .fetch())
                .forEach(row -> edges.put(
                        row.getColumnName(), Edges.of(FactsJson.JSON.readValue(row.getEdges(), double[].class))));
        return edges;
    }

    @Override
    public boolean isKept(Id dataset) {
        return database.read(sql -> sql.fetchExists(COUNTED_EDGES, COUNTED_EDGES.DATASET.eq(dataset.toString())));
    }

    @Override
    public boolean put(Id dataset, Map<String, Edges> edges) {
        List<CountedEdgesRecord> rows = new ArrayList<>();
        edges.forEach((name, of) -> {
            CountedEdgesRecord row = new CountedEdgesRecord();
            row.setDataset(dataset.toString());
            row.setColumnName(Texts.name(name));
            row.setEdges(FactsJson.JSON.writeValueAsString(array(of)));
            rows.add(row);
        });
        return database.write(sql -> {
            int kept = 0;
            for (CountedEdgesRecord row : rows) {
                kept += sql.insertInto(COUNTED_EDGES)
                        .set(row)
                        .onConflictDoNothing()
                        .execute();
            }
            return kept > 0;
        });
    }

    private static double[] array(Edges edges) {
        double[] array = new double[edges.bins() + 1];
        for (int i = 0; i < array.length; i++) {
            array[i] = edges.edge(i);
        }
        return array;
    }
}
