package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and telephones as people write them; what goes stands between brackets. */
class PiiShapesTest {
    private static final PiiRedactor REDACTOR = PiiRedactor.defaults();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vivo en [calle 61 entre 9 y 10 n 745] y camino mucho",
                "Estoy parando en [calle 12 e/ 3 y 4 nº 88, La Plata]. ¿Qué es un rombo?",
                "estoy en el campo, [Ruta Provincial 11 km 14,5], sin señal",
                "estoy en [av mitre 1340 3 c] y se cortó la luz",
                "vivo en [san luis 2210 1er piso] y voy en colectivo",
                "Sale reunión en mi depto: [Gurruchaga 1530 4° \"B\"], a las 9",
                "mi dire es [monoblock 3 escalera 1 depto F, Soldati]; qué es un mol?",
                "soy de [Chacra 20, Lote 3, Allen]. ¿Qué es el pH?",
                "my new place is [81 E 9th St #204], no printer there",
                "Post it to [Rose Cottage, Mill Lane, Lower Dean], please"
            })
    void readsAnAddressToItsEnd(String marked) {
        assertGoes(marked, "[ADDRESS_1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anotalo: [351 15 604 3318], gracias",
                "por si se corta: [0223 – 15 – 4987112]",
                "mi fijo [91.447.20.83] por las tardes"
            })
    void readsATelephone(String marked) {
        assertGoes(marked, "[PHONE_1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un camión va por la Ruta Nacional 8 a 90 km/h",
                "Los datos son 15 4328 9921 4410 3872, calcular la media",
                "validar que un teléfono tenga el formato (011) 4444-5555",
                "cómo valido un DNI del estilo 12.345.678 con una expresión regular?",
                "María c/ Clínica San Lucas s/ daños: qué tipo de responsabilidad es"
            })
    void leavesRoadsRowsAndSamples(String text) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(text);
    }

    private static void assertGoes(String marked, String placeholder) {
        assertThat(REDACTOR.redact(marked.replace("[", "").replace("]", "")).text())
                .isEqualTo(marked.replaceAll("\\[.*]", placeholder));
    }
}
