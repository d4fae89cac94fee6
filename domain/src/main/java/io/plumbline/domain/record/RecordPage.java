package io.plumbline.domain.record;

import io.plumbline.domain.model.Column;
import java.util.List;
import java.util.OptionalLong;

/**
 * Records as they were asked for.
 *
 * @param columns of the values of each record
 * @param records in the order asked for
 * @param total how many records fit the question in all, where that was asked
 */
public record RecordPage(List<Column> columns, List<StoredRecord> records, OptionalLong total) {}
