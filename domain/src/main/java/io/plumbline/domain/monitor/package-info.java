/** What can be watched and what is: definitions of monitors with their metrics, and the monitors of models. */
@NullMarked
package io.plumbline.domain.monitor;

import org.jspecify.annotations.NullMarked;
