-- The token buckets of the rate limits. A row says when its bucket will be full again: a row whose time has come says nothing
-- that its absence would not say, so it may be deleted at any time. All times are those of this server's clock.
create table if not exists ${table} (
  key text collate "C" primary key,
  full_at timestamptz not null
);
create index if not exists ${index}_full_at on ${table} (full_at);
