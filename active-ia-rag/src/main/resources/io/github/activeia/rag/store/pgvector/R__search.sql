-- The search, in the database; run again whenever it changes. Placeholders as in V1, and: by_index, how the vector index is asked;
-- fingerprint, of this text; state, a query for what the functions are.

-- Which terms of a question name the chunks to be scored: single ones, and common ones together with one of their partners, as matches
-- takes them. The terms come the rarest first, with how many chunks each is in, how many its language has, and what it adds to a score. What
-- adds the most names chunks first, until the budget is full by an estimate; terms of one language meet half as often again as chance would
-- have it.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}named(
    terms integer[], languages text[], chunks float8[], sizes float8[], gains float8[], budget integer,
    OUT rare integer[], OUT common integer[], OUT partners integer[])
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    most integer := least(12, cardinality(terms));
    named float8 := 0;
    taken integer[] := '{0, 0, 0, 0}';
    place integer;
    piece record;
BEGIN
    rare := '{}';
    common := '{0, 0, 0, 0}';
    partners := array_fill(0, ARRAY[64]);
    FOR piece IN
        SELECT one, NULL::integer AS other, gains[one] AS gain, chunks[one] AS found
        FROM generate_series(1, most) AS one
        UNION ALL
        SELECT one, other, gains[one] + gains[other], 1.5 * chunks[one] * chunks[other] / sizes[one]
        FROM generate_series(1, most) AS one, generate_series(one + 1, most) AS other
        WHERE languages[one] = languages[other] AND chunks[one] * chunks[other] / sizes[one] > 0.1
        ORDER BY gain DESC, one, other
    LOOP
        CONTINUE WHEN terms[piece.one] = ANY (rare) OR terms[piece.other] = ANY (rare);
        IF named + piece.found > budget THEN
            CONTINUE WHEN piece.other IS NULL;
            EXIT;
        END IF;
        IF piece.other IS NULL THEN
            rare := rare || terms[piece.one];
            place := array_position(common, terms[piece.one]);
            IF place IS NOT NULL THEN
                common[place] := 0;
                taken[place] := 0;
                partners[place * 16 - 15:place * 16] := array_fill(0, ARRAY[16]);
            END IF;
        ELSE
            place := coalesce(array_position(common, terms[piece.one]), array_position(common, 0));
            CONTINUE WHEN place IS NULL;
            common[place] := terms[piece.one];
            taken[place] := taken[place] + 1;
            partners[(place - 1) * 16 + taken[place]] := terms[piece.other];
        END IF;
        named := named + piece.found;
    END LOOP;
    IF named = 0 THEN
        rare := terms[1:1];
    END IF;
END $$;

-- The chunks of the transaction's course that contain a rare term, or a common one together with one of its partners; best first. It
-- runs as its owner, because row-level security keeps the planner from using an index for operators that might leak (these
-- do not, but nobody declared it so); therefore it names the course itself, and gives numbers and scores only. Their rows are then read
-- under the policies of whoever asks. Each of four common terms has sixteen places for its partners; no term has the number 0,
-- which fills the places that are not needed.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}matches(
    rare integer[], common integer[], partners integer[], query sparsevec, types text[], most integer,
    OUT nos bigint[], OUT scores float8[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT
SET enable_seqscan = off AS $$
DECLARE
    own text := current_setting('activeia.course', true);
BEGIN
    SELECT array_agg(no), array_agg(-distance) INTO nos, scores
    FROM (
        SELECT no, weights <#> query AS distance FROM ${schema}.${prefix}lexicon_all
        WHERE (terms && rare
                OR terms @> common[1:1] AND terms && partners[1:16]
                OR terms @> common[2:2] AND terms && partners[17:32]
                OR terms @> common[3:3] AND terms && partners[33:48]
                OR terms @> common[4:4] AND terms && partners[49:64])
            -- No index can serve this, so that the one of the terms does: the planner cannot know how large a course is.
            AND (course = own AND content_type = ANY (types)) IS TRUE
        ORDER BY 2, 1
        LIMIT most) best;
END $$;

-- The same without an index: all chunks of the course are scored.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}scored(
    query sparsevec, types text[], most integer, OUT nos bigint[], OUT scores float8[])
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET enable_seqscan = off AS $$
DECLARE
    own text := current_setting('activeia.course', true);
BEGIN
    SELECT array_agg(no), array_agg(-distance) INTO nos, scores
    FROM (
        SELECT no, weights <#> query AS distance FROM ${schema}.${prefix}lexicon
        WHERE course = own AND content_type = ANY (types)
        ORDER BY 2, 1
        LIMIT most) best
    WHERE distance < 0;
END $$;

-- The nearest chunks of the course through the vector index: approximate.
CREATE OR REPLACE FUNCTION ${schema}.${prefix}near(query ${vector}, types text[], most integer)
RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path FROM CURRENT
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
DECLARE
    own text := current_setting('activeia.course', true);
BEGIN
    -- The walk goes on until it has met enough of the course. Version 0.7 cannot, and does not know the settings.
    IF current_setting('hnsw.iterative_scan', true) IS NOT NULL THEN
        PERFORM set_config('hnsw.iterative_scan', 'relaxed_order', true);
        PERFORM set_config('ivfflat.iterative_scan', 'relaxed_order', true);
    END IF;
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
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan SET enable_memoize = off AS $$
#variable_conflict use_column
DECLARE
    size bigint;
    visited float8;
    weighed sparsevec;
    terms integer[];
    spoken text[];
    chunks float8[];
    sizes float8[];
    gains float8[];
    named record;
    by_words record;
    by_meaning bigint[];
BEGIN
    SELECT coalesce(sum(s.chunks), 0) INTO size FROM ${schema}.${prefix}statistics s
    WHERE s.course = of_course AND s.content_type = ANY (types);

    -- The inverse document frequency of Lucene's BM25.
    SELECT array_agg(k.term ORDER BY k.frequency, k.term), array_agg(k.language ORDER BY k.frequency, k.term),
        array_agg(k.chunks ORDER BY k.frequency, k.term), array_agg(k.size ORDER BY k.frequency, k.term),
        array_agg(k.weight ORDER BY k.frequency, k.term),
        ('{' || string_agg(k.term || ':' || k.weight::real, ',') || '}/1000000000')::sparsevec
    INTO terms, spoken, chunks, sizes, gains, weighed
    FROM (
        SELECT a.term, a.language, t.chunks::float8 AS chunks, n.chunks AS size, t.chunks / n.chunks AS frequency,
            a.count * ln(1 + (n.chunks - t.chunks + 0.5) / (t.chunks + 0.5)) AS weight
        FROM unnest(asked, languages, counts) AS a(term, language, count)
        JOIN ${schema}.${prefix}terms t ON t.course = of_course AND t.term = a.term AND t.chunks > 0
        JOIN (SELECT s.language, sum(s.chunks)::float8 AS chunks FROM ${schema}.${prefix}statistics s
            WHERE s.course = of_course GROUP BY s.language) n ON n.language = a.language
        ORDER BY t.chunks, a.term
        LIMIT 256) k;

    IF weighed IS NULL THEN
        SELECT '{}'::bigint[] AS nos, '{}'::float8[] AS scores INTO by_words;
    ELSIF size <= limits[3] THEN
        SELECT * INTO by_words FROM ${schema}.${prefix}scored(weighed, types, limits[1]);
    ELSE
        SELECT * INTO named FROM ${schema}.${prefix}named(terms, spoken, chunks, sizes, gains, limits[2]);
        SELECT * INTO by_words
        FROM ${schema}.${prefix}matches(named.rare, named.common, named.partners, weighed, types, limits[1]);
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
        coalesce(
            found.score,
            (SELECT -(l.weights <#> weighed) FROM ${schema}.${prefix}lexicon l WHERE l.no = found.no AND l.course = of_course),
            0),
        coalesce(-(d.embedding <#> query), 0)
    FROM (
        SELECT either.no, max(either.score) AS score
        FROM (
            SELECT unnest(by_words.nos) AS no, unnest(by_words.scores) AS score
            UNION ALL
            SELECT unnest(by_meaning), NULL) either
        GROUP BY either.no
        ORDER BY either.no) found
    JOIN ${schema}.${prefix}documents d ON d.no = found.no
    WHERE d.course = of_course AND d.content <> '';
END $$;

-- Nobody calls them but the owner and whom roles.sql names.
REVOKE ALL ON FUNCTION ${schema}.${prefix}candidates, ${schema}.${prefix}matches, ${schema}.${prefix}scored, ${schema}.${prefix}near,
    ${schema}.${prefix}nearest, ${schema}.${prefix}named FROM PUBLIC;

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
