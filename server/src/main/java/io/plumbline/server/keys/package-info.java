/** Commands at the server's console that manage who may call: keys and users. They work on its database, also while it runs. */
@NullMarked
package io.plumbline.server.keys;

import org.jspecify.annotations.NullMarked;
