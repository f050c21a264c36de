package io.github.activeia.core;

/** An institution, where a host serves several: the boundary above its courses. */
public record TenantId(String value) {
    /** Checks the value: 1 to 128 characters, none of them a control character. */
    public TenantId {
        Ids.check("tenant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
