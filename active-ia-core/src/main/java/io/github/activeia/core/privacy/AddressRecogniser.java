package io.github.activeia.core.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Finds postal addresses: a street word, a name and a number, or a name and a number after "vivo en" and its like. */
final class AddressRecogniser implements Recogniser {
    private static final String NUMBER =
            "\\s*,?\\s*(?i:n[°ºro.]{1,3}\\s?|nro\\.?\\s?|al\\s|número\\s|numero\\s|#\\s?)?\\d{1,5}\\b";
    private static final String REST =
            "(?i:\\s*,?\\s*(?:piso|dpto\\.?|depto\\.?|departamento|dto\\.?|p\\.?b\\.?|timbre|torre|casa|local|apt\\.?)\\s*[0-9]{0,3}\\s?[°º]?\\s?(?:\\b[a-d]\\b)?){0,3}";
    private static final String CAPITALS =
            "(?:(?i:de|del|la|las|los|gral\\.?|general|dr\\.?|doctor|pte\\.?|presidente|san|santa|cnel\\.?)\\s){0,3}\\p{Lu}[\\p{L}.'-]{1,30}(?:\\s(?:(?:de|del|la|las|los|y)\\s){0,2}\\p{Lu}[\\p{L}.'-]{0,30}){0,3}";
    private static final String ANY_NAME = "[\\p{L}.'-]{2,30}(?:\\s[\\p{L}.'-]{1,30}){0,3}";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    "\\b(?i:calle|av\\.|av|avda\\.?|avenida|bv\\.?|bvar\\.?|boulevard|pasaje|pje\\.?|paseo|ruta|camino|diag\\.?|diagonal|plaza)\\s"
                            + "(?:" + CAPITALS + "|\\d{1,3}(?i:\\sbis)?\\s(?i:n[°ºro]{1,2}\\.?|nro\\.?|al))" + NUMBER
                            + REST),
            Pattern.compile("\\b(?i:av\\.|av|avda\\.?|avenida|calle)\\s" + ANY_NAME
                    + "\\s(?i:al\\s|n[°º]\\s?|nro\\.?\\s?)?\\d{3,5}\\b" + REST),
            Pattern.compile(
                    "\\b\\d{1,5}\\s(?:[NSEW]\\.?\\s)?\\p{Lu}[\\p{L}'-]{1,30}(?:\\s\\p{Lu}[\\p{L}'-]{1,30}){0,2}\\s"
                            + "(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place)\\b\\.?"));
    private static final Pattern LIVING = Pattern.compile(
            "(?i:\\b(?:vivo en|vivimos en|mi direcci[oó]n es|mi direcci[oó]n|domicilio:?|mi domicilio es|direcci[oó]n:|i live at|i live on|my address is|mi casa queda en|mi casa est[aá] en))\\s(?i:el\\s|la\\s)?"
                    + "((?:\\d{1,5}\\s)?(?i:calle\\s|av\\.?\\s|avenida\\s|pasaje\\s)?" + ANY_NAME
                    + "\\s*,?\\s?(?i:al\\s|n[°º]\\s?|nro\\.?\\s?)?\\d{1,5}\\b" + REST + ")");

    @Override
    public List<Redaction.Finding> find(String text) {
        List<Redaction.Finding> found = new ArrayList<>();
        Matcher living = LIVING.matcher(text);
        while (living.find()) {
            found.add(new Redaction.Finding(PiiKind.ADDRESS, living.start(1), living.end(1)));
        }
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(new Redaction.Finding(PiiKind.ADDRESS, matcher.start(), matcher.end()));
            }
        }
        return found;
    }
}
