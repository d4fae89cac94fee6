/** Metadata and durable tasks in a database: SQLite inside the server, or PostgreSQL where several nodes share it. */
@NullMarked
package io.plumbline.store.sql;

import org.jspecify.annotations.NullMarked;
