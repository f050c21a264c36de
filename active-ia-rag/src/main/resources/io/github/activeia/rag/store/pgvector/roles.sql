-- Two roles for two jobs. Placeholders: schema, prefix, retrieval_role, ingestion_role. Run it as the owner of the tables, who may grant
-- them; make the roles first (CREATE ROLE … LOGIN PASSWORD …), and give them nothing else.

-- Answers students: reads knowledge, and nothing else.
GRANT USAGE ON SCHEMA ${schema} TO "${retrieval_role}";
GRANT SELECT ON ${schema}.${prefix}schema, ${schema}.${prefix}model, ${schema}.${prefix}sources, ${schema}.${prefix}documents,
    ${schema}.${prefix}lexicon, ${schema}.${prefix}terms, ${schema}.${prefix}statistics, ${schema}.${prefix}lengths TO "${retrieval_role}";
GRANT EXECUTE ON FUNCTION ${schema}.${prefix}candidates, ${schema}.${prefix}matches, ${schema}.${prefix}scored, ${schema}.${prefix}near,
    ${schema}.${prefix}nearest, ${schema}.${prefix}named TO "${retrieval_role}";

-- Brings material in. It neither makes tables nor builds indexes: the owner does, with maintain().
GRANT USAGE ON SCHEMA ${schema} TO "${ingestion_role}";
GRANT SELECT ON ${schema}.${prefix}schema, ${schema}.${prefix}model TO "${ingestion_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.${prefix}sources, ${schema}.${prefix}documents, ${schema}.${prefix}lexicon,
    ${schema}.${prefix}terms, ${schema}.${prefix}statistics, ${schema}.${prefix}lengths TO "${ingestion_role}";
GRANT INSERT ON ${schema}.${prefix}documents_all, ${schema}.${prefix}lexicon_all TO "${ingestion_role}";
GRANT USAGE ON SEQUENCE ${schema}.${prefix}numbers TO "${ingestion_role}";
