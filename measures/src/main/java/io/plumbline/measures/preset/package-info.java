/** Which measures to take for which column, by Plumbline's own choice or as a reference tool chooses. */
@NullMarked
package io.plumbline.measures.preset;

import org.jspecify.annotations.NullMarked;
