/** Registering models together with the datasets that their records go to. */
@NullMarked
package io.plumbline.domain.registration;

import org.jspecify.annotations.NullMarked;
