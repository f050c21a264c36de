/** The quickstart: ingests a course, plays a conversation, then lets you chat. Start at {@code Quickstart}. */
@NullMarked
package io.github.activeia.samples.quickstart;

import org.jspecify.annotations.NullMarked;
