-- The search, in the database; run again whenever it changes. Placeholders as in V1, and: by_index, how the vector index is asked;
-- fingerprint, of this text; state, a query for what the functions are.

-- The chunks of the transaction's course that contain a rare term, or a common one together with one of its partners; best first. It
-- runs as its owner, because row-level security keeps the planner from using an index for operators that might leak (these
-- do not, but nobody declared it so); therefore it names the course itself, and gives numbers only. Their rows are then read
-- under the policies of whoever asks. Each of four common terms has sixteen places for its partners; no term has the number 0,
-- which fills the places that are not needed.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}matches(
    rare integer[], common integer[], partners integer[], query sparsevec, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
SET enable_seqscan = off AS $$
DECLARE
    own text := current_setting('activeia.course', true);
BEGIN
    common := common || array_fill(0, ARRAY[4]);
    partners := partners || array_fill(0, ARRAY[64]);
    RETURN ARRAY(
        SELECT no FROM ${schema}.${prefix}lexicon_all
        WHERE (terms && rare
                OR terms @> common[1:1] AND terms && partners[1:16]
                OR terms @> common[2:2] AND terms && partners[17:32]
                OR terms @> common[3:3] AND terms && partners[33:48]
                OR terms @> common[4:4] AND terms && partners[49:64])
            -- No index can serve this, so that the one of the terms does: the planner cannot know how large a course is.
            AND (course = own AND content_type = ANY (types)) IS TRUE
        ORDER BY weights <#> query, no
        LIMIT most);
END $$;

-- The same without an index: all chunks of the course are scored.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}scored(query sparsevec, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_seqscan = off AS $$
DECLARE
    own text := current_setting('activeia.course', true);
BEGIN
    RETURN ARRAY(
        SELECT no FROM (
            SELECT no, weights <#> query AS score FROM ${schema}.${prefix}lexicon
            WHERE course = own AND content_type = ANY (types)
            ORDER BY 2, 1
            LIMIT most) best
        WHERE score < 0);
END $$;

-- The nearest chunks of the course through the vector index: approximate.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}near(query ${vector}, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path FROM CURRENT
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
DECLARE
    own text := current_setting('activeia.course', true);
BEGIN
    -- The walk goes on until it has met enough of the course. Version 0.7 cannot, and does not know the settings.
    PERFORM set_config(setting, 'relaxed_order', true)
    FROM pg_extension, unnest(ARRAY['hnsw.iterative_scan', 'ivfflat.iterative_scan']) AS setting
    WHERE extname = 'vector' AND extversion !~ '^0\.[0-7](\.|$)';
    RETURN ARRAY(${by_index});
END $$;

-- The nearest chunks of the course, compared one by one: exact.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}nearest(query ${vector}, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_seqscan = off AS $$
DECLARE
    own text := current_setting('activeia.course', true);
BEGIN
    RETURN ARRAY(
        SELECT no FROM ${schema}.${prefix}documents
        WHERE course = own AND content_type = ANY (types)
        ORDER BY (embedding <#> query) + 0, no
        LIMIT most);
END $$;

-- Both legs, and both scores for whatever either of them found. limits: candidates of each leg; chunks that the words may name; chunks
-- up to which a course is scored one by one by words; the same by vectors; size of the list of the walk through the vector index; how many
-- chunks compared one by one take as long as one that the walk visits.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}candidates(
    of_course text, asked integer[], languages text[], counts integer[], query ${vector}, types text[], limits integer[])
RETURNS TABLE (
    id text, content text, title text, content_type text, unit text, topic text, difficulty text, language text, source_file text,
    document_version text, activity text, source_id text, section_path text[], "position" integer, page integer, overlap text,
    lexical double precision, cosine double precision)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    size bigint;
    visited float8;
    weighed sparsevec;
    rare integer[];
    common integer[];
    partners integer[];
    rarest integer[];
    by_words bigint[];
    by_meaning bigint[];
BEGIN
    SELECT coalesce(sum(s.chunks), 0) INTO size FROM ${schema}.${prefix}statistics s
    WHERE s.course = of_course AND s.content_type = ANY (types);

    -- The inverse document frequency of Lucene's BM25. The rarest terms name chunks on their own, until they name half as many as may
    -- be scored; then pairs of the others, those first that the fewest chunks would have if terms did not know of each other.
    WITH known AS (
        SELECT a.term, t.chunks AS frequency, n.chunks AS all_chunks,
            a.count * ln(1 + (n.chunks - t.chunks + 0.5) / (t.chunks + 0.5)) AS weight
        FROM unnest(asked, languages, counts) AS a(term, language, count)
        JOIN ${schema}.${prefix}terms t ON t.course = of_course AND t.term = a.term AND t.chunks > 0
        JOIN (SELECT s.language, sum(s.chunks)::float8 AS chunks FROM ${schema}.${prefix}statistics s
            WHERE s.course = of_course GROUP BY s.language) n ON n.language = a.language
        ORDER BY t.chunks, a.term
        LIMIT 256
    ), summed AS (
        SELECT *, sum(frequency) OVER (ORDER BY frequency, term) AS named FROM known
    ), often AS (
        SELECT * FROM summed WHERE named > limits[2] / 2 ORDER BY frequency, term LIMIT 16
    ), paired AS (
        SELECT one.term AS first, other.term AS second,
            sum(one.frequency * other.frequency / one.all_chunks)
                OVER (ORDER BY one.frequency * other.frequency / one.all_chunks, one.term, other.term) AS named
        FROM often one JOIN often other ON (one.frequency, one.term) < (other.frequency, other.term)
    ), grouped AS (
        SELECT p.first, array_agg(p.second) AS seconds FROM paired p
        WHERE p.named <= limits[2] - (SELECT coalesce(max(s.named), 0) FROM summed s WHERE s.named <= limits[2] / 2)
        GROUP BY p.first ORDER BY min(p.named) LIMIT 4
    )
    SELECT ('{' || string_agg(k.term || ':' || k.weight::real, ',') || '}/1000000000')::sparsevec,
        (SELECT array_agg(s.term) FROM summed s WHERE s.named <= limits[2] / 2),
        (SELECT array_agg(g.first ORDER BY g.first) FROM grouped g),
        (SELECT array_agg(CASE WHEN place <= cardinality(g.seconds) THEN g.seconds[place] ELSE 0 END ORDER BY g.first, place)
            FROM grouped g, generate_series(1, 16) AS place),
        (SELECT array_agg(s.term) FROM (SELECT term FROM summed ORDER BY frequency, term LIMIT 1) s)
    INTO weighed, rare, common, partners, rarest FROM known k;

    IF weighed IS NULL THEN
        by_words := '{}';
    ELSIF size <= limits[3] THEN
        by_words := ${schema}.${prefix}scored(weighed, types, limits[1]);
    ELSE
        IF rare IS NULL AND common IS NULL THEN
            rare := rarest;
        END IF;
        by_words := ${schema}.${prefix}matches(
            coalesce(rare, '{}'), coalesce(common, '{}'), coalesce(partners, '{}'), weighed, types, limits[1]);
    END IF;

    -- What the walk through the index spends on other courses until it has met enough of this one, in chunks compared one by one.
    SELECT limits[5] * limits[6] * (greatest(reltuples, size) / greatest(size, 1) - 1) INTO visited
    FROM pg_class WHERE oid = '${schema}.${prefix}documents_all'::regclass;

    IF query IS NULL THEN
        by_meaning := '{}';
    ELSIF size <= limits[4] OR size <= visited THEN
        by_meaning := ${schema}.${prefix}nearest(query, types, limits[1]);
    ELSE
        by_meaning := ${schema}.${prefix}near(query, types, limits[1]);
        IF cardinality(by_meaning) < limits[1] THEN
            by_meaning := ${schema}.${prefix}nearest(query, types, limits[1]);
        END IF;
    END IF;

    RETURN QUERY
    SELECT d.id, d.content, d.title, d.content_type, d.unit, d.topic, d.difficulty, d.language, d.source_file, d.document_version,
        d.activity, d.source_id, d.section_path, d."position", d.page, d.overlap,
        coalesce(-(l.weights <#> weighed), 0), coalesce(-(d.embedding <#> query), 0)
    FROM (SELECT DISTINCT unnest(by_words || by_meaning) AS no) found
    JOIN ${schema}.${prefix}documents d ON d.no = found.no
    JOIN ${schema}.${prefix}lexicon l ON l.no = found.no
    WHERE d.course = of_course AND l.course = of_course;
END $$;

-- Nobody calls them but the owner and whom roles.sql names.
REVOKE ALL ON FUNCTION ${schema}.${prefix}candidates, ${schema}.${prefix}matches, ${schema}.${prefix}scored, ${schema}.${prefix}near,
    ${schema}.${prefix}nearest FROM PUBLIC;

-- What runs as the owner finds names in the extension's schema alone, whoever asks and whatever they put in their way.
DO $$ BEGIN
    EXECUTE format(
        'ALTER FUNCTION ${schema}.${prefix}matches(integer[], integer[], integer[], sparsevec, text[], integer) SET search_path = pg_catalog, %I, pg_temp',
        (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'vector'));
END $$;

-- The comment says which text made them, and what they are now: by it a change by hand is seen.
DO $$ BEGIN
    EXECUTE format('COMMENT ON FUNCTION ${schema}.${prefix}candidates IS %L', 'active-ia ${fingerprint} ' || (${state}));
END $$;
