/** The keys of the server, kept in files outside the database, and what is done with them: sealing secrets and signing tokens. */
@NullMarked
package io.plumbline.server.secret;

import org.jspecify.annotations.NullMarked;
