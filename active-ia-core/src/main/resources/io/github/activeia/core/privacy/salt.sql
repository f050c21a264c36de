-- One row for each student who has a pseudonym; the handle is a keyed digest, never an id. Deleting a row erases the link.
create table if not exists ${table} (
    handle text primary key,
    salt bytea not null
);
