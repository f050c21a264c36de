package io.github.activeia.rag.store.pgvector;

/** What opening a store does about its tables. */
public enum SchemaMode {
    /** Nothing: the host is sure of them. */
    NONE,

    /** Checks that they are there in the right version, and changes nothing: for hosts with their own migrations. */
    VALIDATE,

    /** Creates or updates them. The default. */
    MIGRATE,

    /** Writes the SQL that {@link #MIGRATE} would run to the log, at INFO, and then does what {@link #VALIDATE} does. */
    PRINT
}
