-- One row for each counter of one window. What has expired may be deleted at any time.
create table if not exists ${table} (
    key text primary key,
    used bigint not null,
    expires_at timestamptz not null
);
create index if not exists ${index}_expires on ${table} (expires_at);
