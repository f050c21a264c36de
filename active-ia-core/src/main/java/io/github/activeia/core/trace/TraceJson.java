package io.github.activeia.core.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trace as one line of JSON, and back. */
final class TraceJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonFactory FACTORY = JSON.getFactory();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final int NANO_DIGITS = 6;

    private TraceJson() {}

    static String write(CognitiveTrace trace) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("id", trace.id());
            json.writeStringField("at", trace.at().toString());
            writeWho(json, trace.who());
            json.writeStringField("question", trace.question());
            json.writeStringField("reply", trace.reply());
            json.writeFieldName("summary");
            writeValue(json, trace.summary());
            json.writeArrayFieldStart("steps");
            for (CognitiveTrace.Step step : trace.steps()) {
                writeStep(json, step);
            }
            json.writeEndArray();
            if (trace.aiInvolvement() != null) {
                json.writeNumberField("ai_involvement", trace.aiInvolvement());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void writeWho(JsonGenerator json, CognitiveTrace.Who who) throws IOException {
        json.writeStringField("student", who.student().value());
        json.writeStringField("course", who.course().value());
        if (who.activity() != null) {
            json.writeStringField("activity", who.activity().value());
        }
        json.writeStringField("session", who.session().value());
    }

    private static void writeStep(JsonGenerator json, CognitiveTrace.Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("agent", step.agent());
        json.writeStringField("decision", step.decision());
        if (!step.why().isEmpty()) {
            json.writeStringField("why", step.why());
        }
        json.writeNumberField("duration_ms", BigDecimal.valueOf(step.duration().toNanos(), NANO_DIGITS));
        if (!step.evidence().isEmpty()) {
            json.writeFieldName("evidence");
            writeValue(json, step.evidence());
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                writeValue(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                writeValue(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Number || value instanceof Boolean) {
            JSON.writeValue(json, value);
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name().toLowerCase(Locale.ROOT));
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    /** Returns the trace of a line, or empty if it is none. */
    static Optional<CognitiveTrace> read(String line) {
        try {
            return Optional.of(trace(JSON.readTree(line)));
        } catch (JsonProcessingException | DateTimeException | InvalidValueException broken) {
            return Optional.empty();
        }
    }

    private static CognitiveTrace trace(JsonNode json) {
        List<CognitiveTrace.Step> steps = new ArrayList<>();
        json.path("steps").forEach(step -> steps.add(step(step)));
        return new CognitiveTrace(
                text(json, "id"),
                Instant.parse(text(json, "at")),
                who(json),
                text(json, "question"),
                text(json, "reply"),
                fields(json.path("summary")),
                steps,
                json.has("ai_involvement") ? json.get("ai_involvement").doubleValue() : null);
    }

    private static CognitiveTrace.Who who(JsonNode json) {
        @Nullable ActivityId activity = json.has("activity") ? new ActivityId(text(json, "activity")) : null;
        return new CognitiveTrace.Who(
                new StudentId(text(json, "student")),
                new CourseId(text(json, "course")),
                activity,
                new SessionId(text(json, "session")));
    }

    private static CognitiveTrace.Step step(JsonNode json) {
        return new CognitiveTrace.Step(
                text(json, "agent"),
                text(json, "decision"),
                text(json, "why"),
                fields(json.path("evidence")),
                Duration.ofNanos(json.path("duration_ms")
                        .decimalValue()
                        .movePointRight(NANO_DIGITS)
                        .longValue()));
    }

    private static Map<String, Object> fields(JsonNode json) {
        return json.isObject() ? JSON.convertValue(json, FIELDS) : Map.of();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }
}
