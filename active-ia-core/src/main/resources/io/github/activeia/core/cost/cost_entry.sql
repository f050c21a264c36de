-- One row for each try at one provider. An unknown count or cost is null, never 0.
create table if not exists ${table} (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    tenant text,
    course text not null,
    student text not null,
    session text,
    agent text not null,
    provider text not null,
    model text not null,
    local boolean not null,
    input_tokens bigint,
    cached_input_tokens bigint,
    output_tokens bigint,
    cost numeric,
    currency text,
    latency_micros bigint not null,
    outcome text not null
);
create index if not exists ${index}_at on ${table} (at);
create index if not exists ${index}_course on ${table} (course, at);
create index if not exists ${index}_student on ${table} (student, at);
