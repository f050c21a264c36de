package io.github.activeia.agents.testing;

/** Spells numbers from 0 to 999 999 999 in Spanish. */
final class SpanishNumber {
    private static final String[] SMALL = {
        "cero",
        "uno",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciséis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
        "veintiuno",
        "veintidós",
        "veintitrés",
        "veinticuatro",
        "veinticinco",
        "veintiséis",
        "veintisiete",
        "veintiocho",
        "veintinueve"
    };
    private static final String[] TENS = {
        "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"
    };
    private static final String[] HUNDREDS = {
        "",
        "ciento",
        "doscientos",
        "trescientos",
        "cuatrocientos",
        "quinientos",
        "seiscientos",
        "setecientos",
        "ochocientos",
        "novecientos"
    };

    private SpanishNumber() {}

    static String spell(long number) {
        if (number >= 1_000_000) {
            return whole(number / 1_000_000, "un millón", " millones") + rest(number % 1_000_000);
        }
        if (number >= 1_000) {
            return whole(number / 1_000, "mil", " mil") + rest(number % 1_000);
        }
        if (number == 100) {
            return "cien";
        }
        if (number > 100) {
            return HUNDREDS[(int) number / 100] + rest(number % 100);
        }
        if (number < SMALL.length) {
            return SMALL[(int) number];
        }
        return TENS[(int) number / 10] + (number % 10 == 0 ? "" : " y " + SMALL[(int) number % 10]);
    }

    private static String whole(long count, String one, String many) {
        return count == 1 ? one : spell(count).replaceFirst("uno$", "ún") + many;
    }

    private static String rest(long number) {
        return number == 0 ? "" : " " + spell(number);
    }
}
