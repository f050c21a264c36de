package io.github.activeia.core.privacy;

import io.github.activeia.core.Faults;
import io.github.activeia.core.Secret;
import io.github.activeia.core.StudentId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives a student a pseudonym for stores and logs that must not have the host's id: HMAC-SHA-256 (RFC 2104) over a random salt of the
 * student's own and the id, with a key of the tenant. Without the key nobody can try ids, and without the salt not even the tenant can:
 * {@link #forget} deletes it, and what was stored under the pseudonym belongs to nobody any more. Thread-safe.
 *
 * <pre>{@code
 * Pseudonymizer pseudonyms = Pseudonymizer.of(Secret.of(key), SaltStore.inMemory());
 * StudentId shown = pseudonyms.pseudonymOf(new StudentId("alumna-7"));
 * pseudonyms.forget(new StudentId("alumna-7"));
 * }</pre>
 *
 * <p>Trap: with another key all pseudonyms are others. A student who comes back after being forgotten gets a new one.
 */
public final class Pseudonymizer {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 32;
    private static final int SALT_BYTES = 32;
    private static final byte HANDLE = 1;
    private static final byte PSEUDONYM = 2;

    private final SecretKeySpec key;
    private final SaltStore salts;
    private final RandomGenerator random;

    private Pseudonymizer(Secret key, SaltStore salts, RandomGenerator random) {
        byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
        new Faults()
                .require(
                        bytes.length >= LEAST_KEY_BYTES,
                        "key",
                        "have at least " + LEAST_KEY_BYTES + " bytes",
                        bytes.length + " bytes",
                        "make one with: openssl rand -hex 32")
                .throwIfAny();
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.salts = salts;
        this.random = random;
    }

    /**
     * Returns a pseudonymizer.
     *
     * @param key a tenant's, at least 32 bytes in UTF-8
     * @param salts where each student's salt is kept; tenants may share one
     * @throws io.github.activeia.core.ConfigurationException if the key is shorter
     */
    public static Pseudonymizer of(Secret key, SaltStore salts) {
        return of(key, salts, new SecureRandom());
    }

    static Pseudonymizer of(Secret key, SaltStore salts, RandomGenerator random) {
        return new Pseudonymizer(key, salts, random);
    }

    /**
     * Returns a student's pseudonym, 64 hexadecimal digits; always the same until the student is forgotten.
     *
     * @throws SaltStoreException if the store does not answer
     */
    public StudentId pseudonymOf(StudentId student) {
        byte[] fresh = new byte[SALT_BYTES];
        random.nextBytes(fresh);
        byte[] salt = salts.saltOf(handleOf(student), fresh);
        return new StudentId(digest(PSEUDONYM, salt, student));
    }

    /**
     * Deletes what links a student to the pseudonym. A student without one is no error.
     *
     * @throws SaltStoreException if the store does not answer
     */
    public void forget(StudentId student) {
        salts.forget(handleOf(student));
    }

    private String handleOf(StudentId student) {
        return digest(HANDLE, new byte[0], student);
    }

    private String digest(byte purpose, byte[] salt, StudentId student) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose);
            mac.update(salt);
            mac.update(student.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
