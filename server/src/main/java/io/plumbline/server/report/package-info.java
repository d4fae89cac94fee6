/** The report of a comparison as one HTML file that needs nothing but a browser. */
@NullMarked
package io.plumbline.server.report;

import org.jspecify.annotations.NullMarked;
