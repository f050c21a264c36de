import io.github.activeia.agents.*
import io.github.activeia.core.*
import io.github.activeia.core.knowledge.*
import io.github.activeia.core.llm.*
import io.github.activeia.rag.*
import java.nio.file.*
var course = Path.of(Objects.requireNonNullElse(System.getenv("ACTIVE_IA_COURSE"), "samples/quickstart/course"))
var ia = ActiveIa.embedded(course, LlmChain.discover())
System.out.println("ia tutors " + course + ". Try: ia.ask(\"¿Qué es una cola circular?\")")
