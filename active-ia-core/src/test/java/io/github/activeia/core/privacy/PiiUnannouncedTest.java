package io.github.activeia.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that nothing introduces, and the edges of addresses and numbers. */
class PiiUnannouncedTest {
    private static final PiiRedactor REDACTOR = PiiRedactor.defaults();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tarde porque Ezequiel Duarte no me pasó su parte    | tarde porque [NAME_1] no me pasó su parte
                    Priya never answers us                              | [NAME_1] never answers us
                    El que sabe es Ulises Barrera, pero no me contesta  | El que sabe es [NAME_1], pero no me contesta
                    Emilia no vino                                      | [NAME_1] no vino
                    Emilia no vino a clase                              | [NAME_1] no vino a clase
                    Xiomara Quispe Mamani de la sección C               | [NAME_1] de la sección C
                    camila torres y pedro gimenez estan en mi grupo     | [NAME_1] y [NAME_2] estan en mi grupo
                    Marta Paz dijo que el parcial es el lunes           | [NAME_1] dijo que el parcial es el lunes
                    Yo, María José Pereyra, digo que no                 | Yo, [NAME_1], digo que no
                    I asked Tom Bradshaw but no luck                    | I asked [NAME_1] but no luck
                    Con Bruno no coincidimos                            | Con [NAME_1] no coincidimos
                    Sent from Derek's phone                             | Sent from [NAME_1]'s phone
                    Benítez, Carolina - turno noche                     | [NAME_1] - turno noche
                    Joaquín Paz, Lucía Gil y yo lo hicimos              | [NAME_1], [NAME_2] y yo lo hicimos
                    sofia me dijo que no                                | [NAME_1] me dijo que no
                    le consulté a Rodrigo Funes y nada                  | le consulté a [NAME_1] y nada
                    Lorena otra vez                                     | [NAME_1] otra vez
                    can u help? -megan doyle                            | can u help? -[NAME_1]
                    Autor: Hamza El Idrissi                             | Autor: [NAME_1]
                    """)
    void name_is_replaced_when_the_sentence_tells_that_the_writer_knows_it(String text, String redacted) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    If Priya Ragun gets 2 and I get 3, who erred?         | If [NAME_1] gets 2 and I get 3, who erred?
                    Anoche discutimos con Abel Sarmiento Díaz si sirve    | Anoche discutimos con [NAME_1] si sirve
                    Atte. Leandro Martín Fierro Acuña                     | Atte. [NAME_1]
                    Milagros Ojeda y Tomás Ferrari me dejaron sola        | [NAME_1] y [NAME_2] me dejaron sola
                    María, ¿me podés explicar esto?                       | [NAME_1], ¿me podés explicar esto?
                    Hey, Amara here! is it on?                            | Hey, [NAME_1] here! is it on?
                    soy Beto, bueno Heriberto Camarillo según el acta     | soy [NAME_1], bueno [NAME_2] según el acta
                    can you tell Chloe Whitcombe that i finished          | can you tell [NAME_1] that i finished
                    me ayudó mi primo el Rulo Ferrando                    | me ayudó mi primo el [NAME_1]
                    soy tomas agustin quiroz bresan dni 43.118.902        | soy [NAME_1] dni [DNI_1]
                    lo pregunta camila (camila.orsi@correolibre.com.ar)   | lo pregunta [NAME_1] ([EMAIL_1])
                    I'm Marlowe Tiedeman, student ID U-4410927            | I'm [NAME_1], student ID [LEGAJO_1]
                    tp hecho por maru y tincho                            | tp hecho por [NAME_1] y [NAME_2]
                    """)
    void name_is_replaced_when_it_stands_in_a_sentence_about_the_writer(String text, String redacted) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mi domicilio: Av. Colón 3350, 7° "C", X5000 Córdoba   | Mi domicilio: [ADDRESS_1]
                    en casa, Catamarca esquina Alem, timbre roto          | en casa, [ADDRESS_1], timbre roto
                    L.U. 55120-K, qué hago                                | L.U. [LEGAJO_1], qué hago
                    ¿Qué es el DNI? El mío es 40551203.                   | ¿Qué es el DNI? El mío es [DNI_1].
                    Contestame al 2914038812                              | Contestame al [PHONE_1]
                    """)
    void value_is_replaced_whole_when_its_grammar_goes_on(String text, String redacted) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La Casa Rosada queda en Balcarce 50",
                "la facultad de Paseo Colón 850 no tiene ascensor",
                "Did Conan Doyle choose 221B Baker Street?",
                "Mi profesora insiste en que Antonio Machado es otra cosa",
                "María compra papas y su hermano Luis paga",
                "{\"name\": \"Jane Doe\", \"address\": \"1 High Street\"}",
                "new Persona(\"Luis Romero\", 34, \"luis@correo.com\");",
            })
    void text_stays_when_the_world_is_spoken_of(String text) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(text);
    }

    @Test
    void data_in_code_are_replaced_when_the_writer_calls_them_theirs() {
        String text =
                """
                // autora: Abril Cattáneo - leg. 172906
                {"nombre": "Bautista Lencina", "dni": 41238765}
                INSERT INTO t VALUES (7, 'Ruth Ababio', 'ruth_ababio77@mailbox.test');
                """;

        String redacted = REDACTOR.redact(text).text();

        assertThat(redacted)
                .isEqualTo(
                        """
                        // autora: [NAME_1] - leg. [LEGAJO_1]
                        {"nombre": "[NAME_2]", "dni": [DNI_1]}
                        INSERT INTO t VALUES (7, '[NAME_3]', '[EMAIL_1]');
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rosa Parks se negó a ceder el asiento, ¿en qué año fue?",
                "¿El ensayo de mi grupo es sobre Octavio Paz?",
                "según Robert Sapolsky el estrés daña, ¿cómo lo cito?",
                "El libro de Michael Sipser no explica bien los autómatas",
                "Daniel Kahneman me gusta más que Freud",
                "En la novela, Juan Preciado no me contesta",
                "Why did Virginia Woolf write Mrs Dalloway in one day?",
                "Alice sends a message to Bob. Why can't Eve read it?",
                "¿En el caso de la Sra. Flores invento el número?",
                "users.find(u => u.name === \"Emily Carter\") returns undefined",
                "En el TP uso la clase Persona con nombre = \"Juan\" y no sé heredar",
                "mi tel 961 55 (Valencia)",
                "En el enunciado, una ambulancia sale de C/ Alcalá 50",
                "vivo en un pueblo de 1200 habitantes",
                "Carlos Gardel nació en 1890, ¿cómo lo cito?",
            })
    void name_stays_when_the_sentence_speaks_of_what_is_studied(String text) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    vivimos en Pje. Santa Rosa 2240 (fondo), hola            | vivimos en [ADDRESS_1], hola
                    Casilla de Correo 218, (9120) Puerto Madryn.             | [ADDRESS_1].
                    a casa, Catamarca esquina 9 de Julio                     | a casa, [ADDRESS_1]
                    vivo en Ruta 11 km 462,5, en el campo                    | vivo en [ADDRESS_1], en el campo
                    va a Bº Procrear, Mza 103, Lote 7                        | va a [ADDRESS_1]
                    Urb. El Pinar, parcela 31-A, 28223                       | [ADDRESS_1]
                    Sarmiento 52 entre Alem y Mitre, hola                    | [ADDRESS_1], hola
                    Camino de Ronda 117, 6.º F, 18003 Granada                | [ADDRESS_1]
                    my address is Flat 3, 27 Garden Road, Leeds LS6 2AB      | my address is [ADDRESS_1]
                    at 221 Oakwood Ave, Apt 5C, Austin, TX 78701 please      | at [ADDRESS_1] please
                    Home: 9 St. Mary's Close, Bristol BS8 1TH                | Home: [ADDRESS_1]
                    29 Birchwood Ct., Montpelier VT                          | [ADDRESS_1]
                    Bv. Oroño 845, 4to A, S2000 Rosario                      | [ADDRESS_1]
                    Los Álamos 233, depto 12, Ñuñoa es mi casa               | [ADDRESS_1] es mi casa
                    estoy en calle Los Olivos s/n, Chilecito                 | estoy en [ADDRESS_1]
                    estoy parando en lavalle 1290 y se corta                 | estoy parando en [ADDRESS_1] y se corta
                    RR 2 Box 88                                              | [ADDRESS_1]
                    """)
    void address_ends_where_it_ends_when_parts_follow(String text, String redacted) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0351-4555019 llamar de tarde             | [PHONE_1] llamar de tarde
                    avisame: 1165550142? es mi celu          | avisame: [PHONE_1]? es mi celu
                    mi nuevo número 3415550187               | mi nuevo número [PHONE_1]
                    cell: (512) 555-0142 ext. 7              | cell: [PHONE_1]
                    legajo 7.331                             | legajo [LEGAJO_1]
                    N.º de expediente EXP-0719/2022-G        | N.º de expediente [LEGAJO_1]
                    ana (punto) paz (arroba) uni (punto) cl  | [EMAIL_1]
                    me banearon la ip 190.55.23.11           | me banearon la ip [IP_1]
                    """)
    void number_is_whole_when_it_is_written_in_a_rarer_way(String text, String redacted) {
        assertThat(REDACTOR.redact(text).text()).isEqualTo(redacted);
    }
}
