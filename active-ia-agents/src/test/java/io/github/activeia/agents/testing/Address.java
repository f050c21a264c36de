package io.github.activeia.agents.testing;

import io.github.activeia.agents.writing.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds words that address a student in the wrong way: tuteo in {@code es_AR}, voseo in {@code es}, either in English. */
public final class Address {
    private static final Pattern TUTEO = Pattern.compile(
            "(?iU)\\b(?:tú|ti|contigo|tienes|puedes|quieres|sabes|dices|haces|crees|piensas|esperas|observas|entiendes|necesitas|"
                    + "obtienes|justificas|compruebas|explicas|supones|construyes|completas|encuentras|avanzas|apoyas|sigues|llegas|"
                    + "dime|cuéntame|escríbeme|muéstrame|respóndeme|fíjate|relee|léelo|léela|dilo|síguelo|anótalo|escríbelo|pruébalo|"
                    + "justifícalo|úsalo|llévala|búscala|detente|ten|vuelve|busca|respira|anota|elige|recorre|toma un|resuelve el|"
                    + "preguntas está|el que preguntas|si partes|aquí)\\b(?!\\p{M})");
    private static final Pattern TUTEO_AT_START = Pattern.compile(
            "(?:^|[.:;?!]\\s|\\n)(?:Mira|Prueba|Dale|Lee|Retoma|Presta|Cambia|Separa|Escribe|Piensa|Imagina)\\b");
    private static final Pattern VOSEO = Pattern.compile(
            "(?iU)\\b(?:vos|tenés|podés|querés|sabés|decís|hacés|creés|pensás|esperás|observás|entendés|necesitás|obtenés|justificás|"
                    + "comprobás|explicás|suponés|armás|completás|encontrás|avanzás|apoyás|seguís|llegás|partís|arrancás|preguntás|dudás|notás|"
                    + "decime|contame|escribime|mostrame|respondeme|fijate|releé|leé|leelo|leela|decilo|seguilo|anotalo|escribilo|probalo|"
                    + "justificalo|usalo|tené|volvé|buscá|respirá|anotá|elegí|recorré|agarrá|resolvé|mirá|probá|pegale|frená|retomá|cambiá|"
                    + "separá|escribí|pensá|acá|ojo con)\\b");

    private Address() {}

    /** Returns what does not belong into a text of a language. */
    public static List<String> wrong(String text, Locale locale) {
        if (Languages.of(locale).equals(Languages.NEUTRAL)) {
            return found(VOSEO, text);
        }
        List<String> found = new ArrayList<>(found(TUTEO, text));
        found.addAll(found(TUTEO_AT_START, text));
        if (Languages.of(locale).equals(Languages.ENGLISH)) {
            found.addAll(found(VOSEO, text));
        }
        return found;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
