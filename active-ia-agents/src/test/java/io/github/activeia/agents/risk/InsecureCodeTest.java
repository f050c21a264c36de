package io.github.activeia.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsecureCodeTest {
    private static final InsecureCode CODE = InsecureCode.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "sql_concatenation~cursor.execute(\"SELECT * FROM alumnos WHERE dni = '\" + dni + \"'\")",
                "sql_concatenation~q = f\"SELECT nombre FROM alumnos WHERE id = {id}\"",
                "sql_concatenation~cur.execute(\"DELETE FROM notas WHERE id = %s\" % id)",
                "sql_concatenation~String q = \"select * from t where a = '\" + a + \"'\";",
                "sql_concatenation~$q = \"SELECT * FROM users WHERE id = $id\";",
                "sql_concatenation~String q = String.format(\"SELECT * FROM t WHERE a = '%s'\", a);",
                "eval_of_input~x = eval(input('número: '))",
                "eval_of_input~eval($_GET['x']);",
                "eval_of_input~os.system(\"ping \" + host)",
                "hard_coded_password~password = \"hunter2\"",
                "hard_coded_password~String dbPassword = \"s3creta!\";",
                "hard_coded_password~conn = connect(user='ana', password='1234')",
                "hard_coded_password~if (contraseña == 'abcd')",
                "unverified_tls~requests.get(url, verify=False)",
                "unverified_tls~new https.Agent({ rejectUnauthorized: false })",
                "unverified_tls~curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);",
                "unverified_tls~ctx.verify_mode = ssl.CERT_NONE",
                "unbounded_copy~gets(buffer);",
                "unbounded_copy~strcpy(destino, origen);",
                "unbounded_copy~scanf(\"%s\", nombre);"
            })
    void rule_fires_when_a_line_of_code_breaks_it(String rule, String line) {
        assertThat(CODE.in(fenced(line)).rules()).containsOnlyKeys(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor.execute(\"SELECT * FROM t WHERE dni = %s\", (dni,))",
                "ps = con.prepareStatement(\"SELECT * FROM t WHERE a = ?\");",
                "String q = \"SELECT a FROM t \" + \"WHERE b = 1\";",
                "fgets(buffer, sizeof buffer, stdin);",
                "strncpy(destino, origen, n);",
                "scanf(\"%d\", &n);",
                "password = input('clave: ')",
                "password = os.environ['PASSWORD']",
                "token = \"while\"",
                "requests.get(url, verify=True)",
                "evaluar(input())",
                "# eval(input()) es peligroso",
                "// nunca gets(s)",
                "print(\"evaluación\")"
            })
    void nothing_fires_when_a_line_is_harmless(String line) {
        assertThat(CODE.in(fenced(line)).rules()).isEmpty();
    }

    @Test
    void code_counts_when_it_stands_without_a_fence() {
        InsecureCode.Findings found = CODE.in("no me anda:\nchar s[10];\ngets(s);\n¿por qué?");

        assertThat(found.rules()).containsOnlyKeys("unbounded_copy");
    }

    @Test
    void sentence_does_not_count_when_it_only_speaks_of_insecure_code() {
        InsecureCode.Findings found =
                CODE.in("¿Por qué se dice que `gets(s);` y `eval(input())` son inseguras? No entiendo gets().");

        assertThat(found.lines()).isZero();
        assertThat(found.rules()).isEmpty();
    }

    @Test
    void reading_ends_when_a_line_is_very_long() {
        String line = "select a from ".repeat(2_000) + "\"".repeat(2_000);

        assertThat(CODE.in(fenced(line)).lines()).isEqualTo(1);
    }

    private static String fenced(String line) {
        return "```\n" + line + "\n```";
    }
}
