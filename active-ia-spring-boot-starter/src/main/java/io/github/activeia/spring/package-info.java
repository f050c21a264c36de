/**
 * Auto-configuration for Spring Boot 3.5 and 4.1. {@link io.github.activeia.spring.ActiveIaAutoConfiguration} makes an
 * {@link io.github.activeia.agents.ActiveIa} from the properties {@code active-ia.*}; each part steps aside for a bean of the
 * host's own.
 *
 * <pre>{@code
 * @RestController
 * class TutorController {
 *     private final ActiveIa tutor;
 *
 *     TutorController(ActiveIa tutor) {
 *         this.tutor = tutor;
 *     }
 * }
 * }</pre>
 *
 * <p>Trap: without {@code active-ia.course.folder} and without a {@code KnowledgeSource} bean the tutor starts, knows no course
 * material, and explains in general only.
 */
@NullMarked
package io.github.activeia.spring;

import org.jspecify.annotations.NullMarked;
