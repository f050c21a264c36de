package io.github.activeia.core.cost;

import io.github.activeia.core.Account;
import io.github.activeia.core.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Whose budget it is. */
public enum Scope {
    /** One student, over all courses of the institution. */
    STUDENT,

    /** One course, over all its students. */
    COURSE,

    /** The institution; nobody has this budget where the host serves one and names none. */
    TENANT;

    /**
     * Returns what stands for this part of an account in the name of a counter, or empty where the account has no such part. It is a
     * hash: ids may hold any character, and a pseudonym has no place in the names that a store shows.
     */
    Optional<String> key(Account account) {
        TenantId tenant = account.tenant();
        String of =
                switch (this) {
                    case STUDENT -> account.student().value();
                    case COURSE -> account.course().value();
                    case TENANT -> "";
                };
        return this == TENANT && tenant == null
                ? Optional.empty()
                : Optional.of(hash(name() + "\n" + (tenant == null ? "" : tenant.value()) + "\n" + of));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
