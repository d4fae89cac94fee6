@NullMarked
package io.plumbline.server.report;

import org.jspecify.annotations.NullMarked;
