package io.github.activeia.core.privacy;

/** The kinds of personal data that are recognised. */
public enum PiiKind {
    /** An e-mail address, spelled out ones included. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** An identity document without letters: the Argentine DNI and those that are called document or cédula. */
    DNI,
    /** An Argentine tax or labour id (CUIL, CUIT). */
    CUIL,
    /** A Spanish tax id (NIF, NIE). */
    NIF,
    /** A Chilean tax id (RUT, RUN). */
    RUT,
    /** A Mexican population key (CURP). */
    CURP,
    /** A Brazilian tax id (CPF). */
    CPF,
    /** An Argentine bank account (CBU, CVU). */
    CBU,
    /** An international bank account. */
    IBAN,
    /** A payment card. */
    CARD,
    /** A public IP address of a person's own. */
    IP,
    /** A link that carries a password, a token or a key. */
    URL,
    /** A student's file number (legajo, padrón, matrícula, student id). */
    LEGAJO,
    /** A person's name. */
    NAME,
    /** A postal address. */
    ADDRESS
}
