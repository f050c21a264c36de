package io.github.activeia.agents.gateway;

import io.github.activeia.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * What models did for a reply.
 *
 * @param author {@code provider/model} of the text that is shown, or null where no model wrote it
 * @param called whether any provider was called
 */
record ModelUse(@Nullable String author, boolean called) {
    static final ModelUse NONE = new ModelUse(null, false);

    /** Returns zero where nothing was called; otherwise nobody has counted. */
    @Nullable
    Money cost() {
        return called ? null : Money.zero();
    }
}
