-- The search, in the database; run again whenever it changes. Placeholders as in V1, and: by_index, how the vector index is asked;
-- fingerprint, of this text; state, a query for what the functions are.

-- The chunks of the transaction's course that contain one of the terms, best first. It runs as its owner, because row-level security
-- keeps the planner from using an index for an operator that might leak (&& does not, but nobody declared it so); therefore
-- it names the course itself, and gives numbers only. Their rows are then read under the policies of whoever asks.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}matches(rare integer[], query sparsevec, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
SET enable_seqscan = off AS $$
BEGIN
    RETURN ARRAY(
        SELECT no FROM ${schema}.${prefix}lexicon_all
        WHERE terms && rare
            AND course = current_setting('activeia.course', true)
            AND content_type = ANY (types)
        ORDER BY weights <#> query, no
        LIMIT most);
END $$;

-- The same without an index: all chunks of the course are scored.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}scored(query sparsevec, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
    RETURN ARRAY(
        SELECT no FROM (
            SELECT no, weights <#> query AS score FROM ${schema}.${prefix}lexicon
            WHERE course = current_setting('activeia.course', true) AND content_type = ANY (types)
            ORDER BY 2, 1
            LIMIT most) best
        WHERE score < 0);
END $$;

-- The nearest chunks of the course through the vector index: approximate.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}near(query ${vector}, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path FROM CURRENT
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
BEGIN
    -- The walk goes on until it has met enough of the course. Version 0.7 cannot, and does not know the settings.
    PERFORM set_config(setting, 'relaxed_order', true)
    FROM pg_extension, unnest(ARRAY['hnsw.iterative_scan', 'ivfflat.iterative_scan']) AS setting
    WHERE extname = 'vector' AND extversion !~ '^0\.[0-7](\.|$)';
    RETURN ARRAY(${by_index});
END $$;

-- The nearest chunks of the course, compared one by one: exact.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}nearest(query ${vector}, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
    RETURN ARRAY(
        SELECT no FROM ${schema}.${prefix}documents
        WHERE course = current_setting('activeia.course', true) AND content_type = ANY (types)
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
    by_words bigint[];
    by_meaning bigint[];
BEGIN
    SELECT coalesce(sum(s.chunks), 0) INTO size FROM ${schema}.${prefix}statistics s
    WHERE s.course = of_course AND s.content_type = ANY (types);

    -- The inverse document frequency of Lucene's BM25; the rarest terms first, until they name as many chunks as may be scored.
    WITH known AS (
        SELECT a.term, t.chunks AS frequency, a.count * ln(1 + (n.chunks - t.chunks + 0.5) / (t.chunks + 0.5)) AS weight
        FROM unnest(asked, languages, counts) AS a(term, language, count)
        JOIN ${schema}.${prefix}terms t ON t.course = of_course AND t.term = a.term AND t.chunks > 0
        JOIN (SELECT s.language, sum(s.chunks)::float8 AS chunks FROM ${schema}.${prefix}statistics s
            WHERE s.course = of_course GROUP BY s.language) n ON n.language = a.language
        ORDER BY t.chunks, a.term
        LIMIT 256
    ), summed AS (
        SELECT term, row_number() OVER (ORDER BY frequency, term) AS place,
            sum(frequency) OVER (ORDER BY frequency, term) AS named FROM known
    )
    SELECT ('{' || string_agg(k.term || ':' || k.weight::real, ',') || '}/1000000000')::sparsevec,
        (SELECT array_agg(s.term) FROM summed s WHERE s.place = 1 OR s.named <= limits[2])
    INTO weighed, rare FROM known k;

    IF weighed IS NULL THEN
        by_words := '{}';
    ELSIF size <= limits[3] THEN
        by_words := ${schema}.${prefix}scored(weighed, types, limits[1]);
    ELSE
        by_words := ${schema}.${prefix}matches(rare, weighed, types, limits[1]);
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
        'ALTER FUNCTION ${schema}.${prefix}matches(integer[], sparsevec, text[], integer) SET search_path = pg_catalog, %I, pg_temp',
        (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'vector'));
END $$;

-- The comment says which text made them, and what they are now: by it a change by hand is seen.
DO $$ BEGIN
    EXECUTE format('COMMENT ON FUNCTION ${schema}.${prefix}candidates IS %L', 'active-ia ${fingerprint} ' || (${state}));
END $$;
