package io.github.activeia.rag.store.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.testing.PostgresExtension;
import io.github.activeia.core.testing.TestDatabase;
import io.github.activeia.rag.embedding.EmbeddingProfile;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which terms of a question name the chunks to be scored, in a course of 100,000. */
@ExtendWith(PostgresExtension.class)
class PgNamedTermsTest {
    private final TestDatabase database;

    PgNamedTermsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    static void createTables(TestDatabase database) {
        EmbeddingProfile profile = EmbeddingProfile.of("model", 4);
        PgVectorSettings settings =
                PgVectorSettings.builder().tablePrefix("named_").build();
        PgVectorKnowledgeStore.open(database.dataSource(), profile, settings).close();
    }

    @Test
    void rare_terms_name_chunks_on_their_own() throws SQLException {
        assertThat(named("{1,2}", "{es,es}", "{100,200}", "{6.9,6.2}", 500)).isEqualTo("{1,2} {}");
    }

    @Test
    void common_terms_name_chunks_together() throws SQLException {
        assertThat(named("{1,2}", "{es,es}", "{3000,4000}", "{3.5,3.2}", 500)).isEqualTo("{} {1:2}");
    }

    @Test
    void rare_term_needs_no_partner() throws SQLException {
        assertThat(named("{1,2,3}", "{es,es,es}", "{100,3000,4000}", "{6.9,3.5,3.2}", 500))
                .isEqualTo("{1} {2:3}");
    }

    @Test
    void what_adds_most_comes_first_when_the_budget_is_short() throws SQLException {
        assertThat(named("{1,2,3}", "{es,es,es}", "{3000,4000,5000}", "{3.5,3.2,3.0}", 200))
                .isEqualTo("{} {1:2}");
    }

    @Test
    void terms_of_two_languages_are_no_pair() throws SQLException {
        assertThat(named("{1,2}", "{es,en}", "{3000,4000}", "{3.5,3.2}", 500)).isEqualTo("{1} {}");
    }

    @Test
    void rarest_term_names_chunks_if_all_are_beyond_the_budget() throws SQLException {
        assertThat(named("{1}", "{es}", "{30000}", "{1.2}", 500)).isEqualTo("{1} {}");
    }

    @Test
    void no_more_than_four_terms_have_partners() throws SQLException {
        String many = named(
                "{1,2,3,4,5,6,7}",
                "{es,es,es,es,es,es,es}",
                "{1000,1000,1000,1000,1000,1000,1000}",
                "{4.6,4.6,4.6,4.6,4.6,4.6,4.6}",
                900);

        assertThat(many).isEqualTo("{} {1:2,1:3,1:4,1:5,1:6,1:7,2:3,2:4,2:5,2:6,2:7,3:4,3:5,3:6,3:7,4:5,4:6,4:7}");
    }

    /** Returns the terms that stand alone, and the pairs. */
    private String named(String terms, String languages, String chunks, String gains, int budget) throws SQLException {
        return String.valueOf(Sql.one(
                database.dataSource(),
                "SELECT rare::text || ' ' || ARRAY(SELECT common[(place - 1) / 16 + 1] || ':' || partners[place]"
                        + " FROM generate_series(1, 64) AS place WHERE partners[place] > 0 ORDER BY place)::text"
                        + " FROM named_named('" + terms + "', '" + languages + "', '" + chunks + "',"
                        + " array_fill(100000::float8, ARRAY[cardinality('" + terms + "'::integer[])]), '" + gains
                        + "', "
                        + budget + ")"));
    }
}
