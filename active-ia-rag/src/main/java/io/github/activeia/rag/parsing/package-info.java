/**
 * Reads the files of a course: Markdown, plain text, HTML, PDF, DOCX and PPTX.
 * {@link io.github.activeia.rag.parsing.DocumentFormats} hands a file block by block to a
 * {@link io.github.activeia.rag.parsing.DocumentSink}.
 *
 * <pre>{@code
 * DocumentFormats.parse(Path.of("apuntes/colas.pdf"), sink);
 * }</pre>
 *
 * <p>Traps: text and Markdown are streamed, whatever their size; HTML, PDF and Office files are held in memory while they are read,
 * so limit their size first. The libraries for HTML, PDF and Office are optional, and a missing one is an
 * {@link io.github.activeia.rag.parsing.UnreadableDocumentException} that names the artifact to add.
 */
@NullMarked
package io.github.activeia.rag.parsing;

import org.jspecify.annotations.NullMarked;
