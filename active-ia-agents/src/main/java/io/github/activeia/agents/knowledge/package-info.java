/**
 * Knowledge-Retrieval: asks the course's {@link io.github.activeia.core.knowledge.KnowledgeSource} what is valid knowledge for a
 * question. It writes no text and sees no student data but the sanitised message.
 *
 * <pre>{@code
 * Retrieved retrieved = new Retrieval(source).retrieve(request);
 * retrieved.result().sufficient();
 * }</pre>
 *
 * <p>Trap: an outage is a value here, {@link io.github.activeia.agents.knowledge.Retrieved#outage()}, and never an exception: the student
 * gets an honest reply without material.
 */
@NullMarked
package io.github.activeia.agents.knowledge;

import org.jspecify.annotations.NullMarked;
