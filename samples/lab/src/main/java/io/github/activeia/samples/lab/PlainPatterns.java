package io.github.activeia.samples.lab;

import io.github.activeia.agents.evaluation.PiiFinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plain list of patterns finds, without check digits or context: the floor that the redactor has to beat. */
final class PlainPatterns implements PiiFinder {
    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("URL", Pattern.compile("https?://\\S{1,200}[?&](?:token|key|password|pwd)=\\S{1,200}"));
        PATTERNS.put("EMAIL", Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}"));
        PATTERNS.put("IBAN", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b"));
        PATTERNS.put("CURP", Pattern.compile("\\b[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z0-9]\\d\\b"));
        PATTERNS.put("CBU", Pattern.compile("\\b\\d{22}\\b"));
        PATTERNS.put("CARD", Pattern.compile("\\b\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}\\b"));
        PATTERNS.put("CUIL", Pattern.compile("\\b\\d{2}-\\d{8}-\\d\\b"));
        PATTERNS.put("CPF", Pattern.compile("\\b\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}\\b"));
        PATTERNS.put("RUT", Pattern.compile("\\b\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dkK]\\b"));
        PATTERNS.put("NIF", Pattern.compile("\\b(?:\\d{8}|[XYZ]\\d{7})[A-Z]\\b"));
        PATTERNS.put("IP", Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"));
        PATTERNS.put("DNI", Pattern.compile("\\b(?:\\d{1,2}\\.\\d{3}\\.\\d{3}|\\d{7,8})\\b"));
        PATTERNS.put("PHONE", Pattern.compile("\\+?\\(?\\d(?:[ ()-]{0,2}\\d){8,13}"));
        PATTERNS.put("LEGAJO", Pattern.compile("(?i)(?<=legajo )\\d{4,8}\\b"));
        PATTERNS.put("ADDRESS", Pattern.compile("(?i)\\b(?:calle|av\\.|avenida) [^,\\n]{2,40}? \\d{1,5}\\b"));
        PATTERNS.put(
                "NAME",
                Pattern.compile(
                        "(?<=\\b(?:[Ss]oy|[Mm]e llamo|I'm|my name is) )\\p{Lu}\\p{Ll}{1,20}(?: \\p{Lu}\\p{Ll}{1,20}){0,3}"));
    }

    @Override
    public List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        PATTERNS.forEach((kind, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (found.stream().noneMatch(f -> f.start() < end && start < f.end())) {
                    found.add(new Found(kind, start, end));
                }
            }
        });
        return found;
    }
}
