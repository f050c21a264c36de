package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiKindsTest {
    private static final PiiRedactor REDACTOR = PiiRedactor.defaults();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mi rut es 12.345.678-5                             | mi rut es [RUT_1]
                    CURP GOCB940725MSRNRT06                            | CURP [CURP_1]
                    mi cpf 318.904.275-60                              | mi cpf [CPF_1]
                    con el cpf mío, 04217893523, anda                  | con el cpf mío, [CPF_1], anda
                    cvu 0000003110000987654323                         | cvu [CBU_1]
                    mi ip es 190.55.23.11                              | mi ip es [IP_1]
                    my IP: 2601:646:8f02:1d70:b4e9:33ac:7c15:02fe      | my IP: [IP_1]
                    https://a.org/x?token=9f8b2c77e1d0 no anda         | [URL_1] no anda
                    git clone https://ana:ghp_k29SmV@github.com/a/b    | git clone [URL_1]
                    a n a @ gmail . com                                | [EMAIL_1]
                    ana_ruiz guion bajo 22 arroba live punto com       | [EMAIL_1]
                    ana.ruiz[at]gmail[dot]com                          | [EMAIL_1]
                    leg. FCE-20933                                     | leg. [LEGAJO_1]
                    D.N.I. 30111222                                    | D.N.I. [DNI_1]
                    mi compañera Julia Ibarra dice que no              | mi compañera [NAME_1] dice que no
                    la profe Marta Díaz dijo                           | la profe [NAME_1] dijo
                    lo hice con Bautista y Guadalupe Paz               | lo hice con [NAME_1] y [NAME_2]
                    brian por acá, hola                                | [NAME_1] por acá, hola
                    no entiendo nada. Saludos, Rodrigo                 | no entiendo nada. Saludos, [NAME_1]
                    Alumno: Pérez, Juan                                | Alumno: [NAME_1]
                    Yésica Romano, mail yesi@outlook.com               | [NAME_1], mail [EMAIL_1]
                    vivo en Mitre 450, Rosario                         | vivo en [ADDRESS_1]
                    C/ Mayor 12, 3º B, 28013 Madrid                    | [ADDRESS_1]
                    Flat 6, 31 Balmoral Road, Sheffield                | [ADDRESS_1]
                    Cra 7 # 45-10 apto 302, Bogotá                     | [ADDRESS_1]
                    estoy en San Martín al 1400, venite                | estoy en [ADDRESS_1], venite
                    P.O. Box 2719, Flagstaff                           | [ADDRESS_1]
                    Jr. Huallaga 685 int. 12                           | [ADDRESS_1]
                    Integrantes: Ana Paz (20431/3), Luz Gil (20977/0)  | Integrantes: [NAME_1] ([LEGAJO_1]), [NAME_2] ([LEGAJO_2])
                    lo hice con joaco y marti                          | lo hice con [NAME_1] y [NAME_2]
                    the call is (937) 555-0162 ext. 105                | the call is [PHONE_1]
                    im devonte and i missed monday                     | im [NAME_1] and i missed monday
                    """)
    void datum_is_replaced_when_it_is_personal(String text, String redacted) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "el rut 12.345.678-4 del enunciado no valida",
                "CURP GOCB940725MSRNRT07 está mal",
                "el cpf 123.456.789-00 falla",
                "el CUIT 30-12345678-9 no valida",
                "la tarjeta 4111 1111 1111 1112 es inválida",
                "ES92 2100 0418 4502 0005 1332 no es un IBAN",
                "mi red es 192.168.0.1/26 y 10.1.4.77",
                "hago ping a 127.0.0.1 y a 8.8.8.8",
                "mi host 203.0.113.9 es de documentación, 2001:db8::1 también",
                "mi numpy es 1.26.0 y pandas 2.2.3.1",
                "un paquete va de 181.10.20.30 a 200.45.67.89",
                "https://docs.python.org/3/library/re.html",
                "https://api.example.com/v1?api_key=YOUR_API_KEY",
                "usuario@dominio.com es un ejemplo",
                "me llamo la atención por preguntar",
                "el teorema de Gauss y el de Bayes",
                "mi mejor amigo Google y mi compañero ChatGPT",
                "¿cuándo nació San Martín?",
                "\"Me llamo Rigoberta Menchú\" es testimonio",
                "el fallo 26.427 de la ley 24.240",
                "en 1810 la Plaza de Mayo se llenó",
                "la ruta 40 mide 5194 km",
                "la fila es (7, 'Roberto Sosa', 'Av. Reforma 100', '5512345678')",
                "la calle del problema 12 tiene pendiente",
                "Mr. Henderson drives to Springfield at 55 mph",
                "x",
                ""
            })
    void text_stays_when_it_is_harmless(String text) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(text);
    }

    @Test
    void number_is_a_telephone_when_its_region_is_set() {
        PiiRedactor uruguayan =
                PiiRedactor.builder().regions(List.of("UY", "AR")).build();

        assertThat(uruguayan.redact("hablamos en el 094-231-234").text()).isEqualTo("hablamos en el [PHONE_1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Argentina", "XX", "ar"})
    void region_is_refused_when_it_is_unknown(String region) {
        PiiRedactor.Builder builder = PiiRedactor.builder();

        assertThatThrownBy(() -> builder.regions(List.of(region)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("regions must be two-letter codes of ISO 3166");
    }

    @Test
    void regions_are_refused_when_they_are_set_twice_or_empty() {
        PiiRedactor.Builder builder = PiiRedactor.builder().regions(List.of("AR"));

        assertThatThrownBy(() -> builder.regions(List.of("ES"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> PiiRedactor.builder().regions(List.of())).isInstanceOf(InvalidValueException.class);
    }
}
