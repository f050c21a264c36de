package io.github.activeia.core.privacy;

/** The kinds of personal data that are recognised. */
public enum PiiKind {
    /** An e-mail address. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** An Argentine identity document. */
    DNI,
    /** An Argentine tax or labour id (CUIL, CUIT). */
    CUIL,
    /** A Spanish tax id (NIF, NIE). */
    NIF,
    /** An Argentine bank account (CBU). */
    CBU,
    /** An international bank account. */
    IBAN,
    /** A payment card. */
    CARD,
    /** A student's file number (legajo). */
    LEGAJO,
    /** A person's name. */
    NAME,
    /** A postal address. */
    ADDRESS
}
