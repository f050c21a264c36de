/**
 * How a text becomes the words that are ranked. {@link io.github.activeia.rag.analysis.TextAnalysis} is shared by the stores, which
 * index with it, and by retrieval, which compares with it, so that every store ranks with the same tokens.
 *
 * <pre>{@code
 * TextAnalysis.of("es").terms("¿Qué es la ordenación por inserción?");   // ordenacion, insercion, stemmed
 * TextAnalysis.words().terms("¿Qué es la ordenación?");                  // que, es, la, ordenacion
 * }</pre>
 *
 * <p>Trap: text that was indexed with one version of the analysis must be searched with the same; a change of it is a change of the
 * index format.
 */
@NullMarked
package io.github.activeia.rag.analysis;

import org.jspecify.annotations.NullMarked;
