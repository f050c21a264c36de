-- The table of a PostgresCache. It may be lost at any time: "create unlogged table" spares the write-ahead log, and a crash of the
-- server then empties the cache. Nodes need select, insert, update and delete.
create table if not exists ${table} (
    key text collate "C" primary key,
    value bytea not null,
    expires_at timestamptz not null
);
create index if not exists ${index}_expires_at on ${table} (expires_at);
