package io.github.activeia.rag.store.langchain4j;

import io.github.activeia.core.ContentType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which content types a search may return. */
final class ContentTypes {
    private ContentTypes() {}

    /** Returns the types that were asked for, or all but solutions. */
    static Set<ContentType> allowed(Set<ContentType> asked) {
        EnumSet<ContentType> types = asked.isEmpty() ? EnumSet.allOf(ContentType.class) : EnumSet.copyOf(asked);
        if (asked.isEmpty()) {
            types.remove(ContentType.SOLUTION);
        }
        return Collections.unmodifiableSet(types);
    }
}
