-- One row for each state that is remembered; the key is a hash, and names nobody. What has expired may be deleted at any time.
create table if not exists ${table} (
    key text primary key,
    version bigint not null,
    state bytea not null,
    expires_at timestamptz not null
);
create index if not exists ${index}_expires on ${table} (expires_at);
