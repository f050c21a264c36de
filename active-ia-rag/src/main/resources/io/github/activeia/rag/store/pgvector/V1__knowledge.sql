-- Knowledge of courses. Placeholders: schema, prefix, vector (the type of a vector with its dimension), model, dimension, storage.
-- Needs the extension vector, 0.7 or newer, on the search path. Run it once, in a transaction.

CREATE TABLE ${schema}.${prefix}schema (
    version integer PRIMARY KEY,
    script text NOT NULL,
    installed_at timestamptz NOT NULL DEFAULT now()
);

-- What the vectors and the terms were made with; one row.
CREATE TABLE ${schema}.${prefix}model (
    model_id text NOT NULL,
    dimension integer NOT NULL,
    storage text NOT NULL,
    analysis integer NOT NULL
);

-- One row for each file of a course.
CREATE TABLE ${schema}.${prefix}sources (
    course text NOT NULL,
    source_file text NOT NULL,
    title text NOT NULL,
    content_type text NOT NULL,
    unit text,
    topic text,
    difficulty text,
    language text NOT NULL,
    document_version text,
    activity text,
    content_hash text NOT NULL,
    chunks integer NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (course, source_file)
);

CREATE SEQUENCE ${schema}.${prefix}numbers;

-- One row for each chunk of a file: what is shown, and its vector. The policies are on the whole; its parts hold the rows, so that
-- rows can be loaded with COPY, which no table with policies takes, and so that a large course can get a part, and indexes, of its own.
CREATE TABLE ${schema}.${prefix}documents (
    no bigint NOT NULL DEFAULT nextval('${schema}.${prefix}numbers'),
    course text NOT NULL,
    id text NOT NULL,
    content text NOT NULL,
    title text NOT NULL,
    summary text,
    content_type text NOT NULL,
    unit text,
    topic text,
    difficulty text,
    language text NOT NULL,
    embedding ${vector} NOT NULL,
    source_id text NOT NULL,
    source_file text NOT NULL,
    document_version text,
    activity text,
    section_path text[] NOT NULL,
    position integer NOT NULL,
    page integer,
    overlap text NOT NULL,
    content_hash text NOT NULL,
    revision uuid NOT NULL,
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
) PARTITION BY LIST (course);
COMMENT ON COLUMN ${schema}.${prefix}documents.source_id IS 'the section: all chunks of one section share it';
COMMENT ON COLUMN ${schema}.${prefix}documents.content_hash IS 'of the text that was embedded, so that its vector is used again';
COMMENT ON COLUMN ${schema}.${prefix}documents.revision IS 'of everything in the row, to tell a changed chunk from an unchanged one';
CREATE TABLE ${schema}.${prefix}documents_all PARTITION OF ${schema}.${prefix}documents DEFAULT;
-- The vector stays beside its row: comparing a course one by one must not fetch each vector from elsewhere.
ALTER TABLE ${schema}.${prefix}documents_all ALTER COLUMN embedding SET STORAGE MAIN;
ALTER TABLE ${schema}.${prefix}documents_all SET (toast_tuple_target = 8160);
-- No plan depends on what they are like, and finding it out takes longer than all else that ANALYZE does.
ALTER TABLE ${schema}.${prefix}documents_all ALTER COLUMN embedding SET STATISTICS 0, ALTER COLUMN content SET STATISTICS 0,
    ALTER COLUMN overlap SET STATISTICS 0, ALTER COLUMN metadata SET STATISTICS 0;
ALTER TABLE ${schema}.${prefix}documents_all ADD PRIMARY KEY (no);
CREATE UNIQUE INDEX ${prefix}documents_id ON ${schema}.${prefix}documents_all (course, id);
CREATE INDEX ${prefix}documents_source ON ${schema}.${prefix}documents_all (course, source_file, position);
CREATE INDEX ${prefix}documents_section ON ${schema}.${prefix}documents_all (course, source_id);
CREATE INDEX ${prefix}documents_hash ON ${schema}.${prefix}documents_all (course, content_hash);
CREATE INDEX ${prefix}documents_type ON ${schema}.${prefix}documents_all (course, content_type);

-- The terms of each chunk, as numbers: BM25 without its inverse document frequency. See docs/decisions/0005.
CREATE TABLE ${schema}.${prefix}lexicon (
    no bigint NOT NULL,
    course text NOT NULL,
    content_type text NOT NULL,
    language text NOT NULL,
    length integer NOT NULL,
    terms integer[] NOT NULL,
    words integer[] NOT NULL,
    weights sparsevec(1000000000) NOT NULL
) PARTITION BY LIST (course);
CREATE TABLE ${schema}.${prefix}lexicon_all PARTITION OF ${schema}.${prefix}lexicon DEFAULT;
ALTER TABLE ${schema}.${prefix}lexicon_all ADD PRIMARY KEY (no);
CREATE INDEX ${prefix}lexicon_type ON ${schema}.${prefix}lexicon_all (course, content_type);
ALTER TABLE ${schema}.${prefix}lexicon_all ALTER COLUMN weights SET STORAGE MAIN;
ALTER TABLE ${schema}.${prefix}lexicon_all SET (toast_tuple_target = 8160);
ALTER TABLE ${schema}.${prefix}lexicon_all ALTER COLUMN weights SET STATISTICS 0, ALTER COLUMN words SET STATISTICS 0;

-- In how many chunks a term of a course occurs; solutions also on their own.
CREATE TABLE ${schema}.${prefix}terms (
    course text NOT NULL,
    term integer NOT NULL,
    word text NOT NULL,
    chunks integer NOT NULL,
    solutions integer NOT NULL,
    PRIMARY KEY (course, term)
);

-- How many chunks a course has, and how long they are.
CREATE TABLE ${schema}.${prefix}statistics (
    course text NOT NULL,
    language text NOT NULL,
    content_type text NOT NULL,
    chunks integer NOT NULL,
    length bigint NOT NULL,
    PRIMARY KEY (course, language, content_type)
);

-- The mean length that the weights of a course were made with.
CREATE TABLE ${schema}.${prefix}lengths (
    course text NOT NULL,
    language text NOT NULL,
    mean real NOT NULL,
    PRIMARY KEY (course, language)
);

-- Below every query: rows of the course that the transaction names, and of no other.
ALTER TABLE ${schema}.${prefix}sources ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}.${prefix}sources FORCE ROW LEVEL SECURITY;
CREATE POLICY course ON ${schema}.${prefix}sources USING (course = (SELECT current_setting('activeia.course', true)));
ALTER TABLE ${schema}.${prefix}documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}.${prefix}documents FORCE ROW LEVEL SECURITY;
CREATE POLICY course ON ${schema}.${prefix}documents USING (course = (SELECT current_setting('activeia.course', true)));
ALTER TABLE ${schema}.${prefix}terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}.${prefix}terms FORCE ROW LEVEL SECURITY;
CREATE POLICY course ON ${schema}.${prefix}terms USING (course = (SELECT current_setting('activeia.course', true)));
ALTER TABLE ${schema}.${prefix}lexicon ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}.${prefix}lexicon FORCE ROW LEVEL SECURITY;
CREATE POLICY course ON ${schema}.${prefix}lexicon USING (course = (SELECT current_setting('activeia.course', true)));

INSERT INTO ${schema}.${prefix}model VALUES ('${model}', ${dimension}, '${storage}', 1);
INSERT INTO ${schema}.${prefix}schema (version, script) VALUES (1, 'V1__knowledge.sql');
