package io.github.activeia.core.privacy;

import java.util.List;

/** Finds one family of personal data in a text. Implementations are thread-safe and take time linear in the text. */
@FunctionalInterface
interface Recogniser {
    List<Span> find(Source source);
}
