package io.plumbline.measures.inspection;

import io.plumbline.measures.quality.ColumnQuality;
import io.plumbline.measures.table.TableColumn;

/**
 * What was found of one column.
 *
 * @param column its name, type and role
 * @param quality its condition
 */
public record InspectedColumn(TableColumn column, ColumnQuality quality) {}
