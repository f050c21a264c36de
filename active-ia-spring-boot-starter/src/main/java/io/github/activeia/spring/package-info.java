/** Draft. */
@NullMarked
package io.github.activeia.spring;

import org.jspecify.annotations.NullMarked;
