/** Projects: where models and their data belong together. */
@NullMarked
package io.plumbline.domain.project;

import org.jspecify.annotations.NullMarked;
