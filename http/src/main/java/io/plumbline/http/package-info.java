/** What generated interfaces and dialects are written against: calls, answers, routes, parameters, bodies and errors. No web framework shows here. */
@NullMarked
package io.plumbline.http;

import org.jspecify.annotations.NullMarked;
