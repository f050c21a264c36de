package io.github.activeia.core.cache;

import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a value is found by: a family, and a SHA-256 over all that the value depends on. No text that went into it can be read
 * from it. Immutable and thread-safe.
 *
 * <pre>{@code
 * CacheKey key = CacheKey.of(CacheFamily.ANSWER)
 *         .shared()
 *         .part("policy", policyVersion)
 *         .part("level", "2")
 *         .part("corpus", corpusVersion)
 *         .part("prompt", promptHash)
 *         .part("model", "phi3")
 *         .build();
 * }</pre>
 *
 * <p>Two keys are equal if and only if they have the same family and the same parts, in whatever order they were named.
 */
public final class CacheKey {
    /** Goes into every hash: a release that stores something else raises it, and does not see what an older one stored. */
    private static final String FORMAT = "active-ia-1";

    private static final int SESSION_CHARACTERS = 22; // 128 bits

    private final CacheFamily family;
    private final String value;

    private CacheKey(CacheFamily family, String value) {
        this.family = family;
        this.value = value;
    }

    /** Starts a key of a family. */
    public static Builder of(CacheFamily family) {
        return new Builder(family);
    }

    /** Returns the family. */
    public CacheFamily family() {
        return family;
    }

    /**
     * Returns the key as it is stored: {@code rag:{hash}}, or {@code gk:{session}:{hash}} if it has a session, which is a hash
     * as well. It has at most 80 characters, all of them letters, digits, {@code -}, {@code _} or {@code :}.
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheKey key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the family and the hash. */
    @Override
    public String toString() {
        return family.prefix() + value.substring(value.lastIndexOf(':'));
    }

    /** Collects the parts of a key; each may be set once. Not thread-safe. */
    public static final class Builder {
        private static final int LONGEST_NAME = 32;

        private final CacheFamily family;
        private final SortedMap<String, String> parts = new TreeMap<>();

        private Builder(CacheFamily family) {
            this.family = family;
        }

        /**
         * Adds something that the value depends on.
         *
         * @param name 1 to 32 of {@code a-z}, {@code 0-9}, {@code -} and {@code _}, a letter first
         * @param value any text; it is hashed and not kept
         * @throws InvalidValueException if the name is not one, or was added before
         */
        public Builder part(String name, String value) {
            if (!isName(name)) {
                throw new InvalidValueException(
                        "name of a cache key's part",
                        "be 1 to 32 of a-z, 0-9, - and _, a letter first",
                        "a text of " + name.length() + " characters",
                        "name what the value is, and pass its text as the value");
            }
            if (parts.putIfAbsent(name, value) != null) {
                throw new InvalidValueException(
                        "cache key part " + name, "be set once", "set twice", "remove one of the two calls");
            }
            return this;
        }

        private static boolean isName(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean letter = c >= 'a' && c <= 'z';
                boolean other = (c >= '0' && c <= '9') || c == '_' || c == '-';
                if (!letter && (i == 0 || !other)) {
                    return false;
                }
            }
            return !name.isEmpty() && name.length() <= LONGEST_NAME;
        }

        /** Adds the session. Its hash becomes a segment of the key, by which the values of one session can be told. */
        public Builder session(SessionId session) {
            return part("session", session.value());
        }

        /** Says that any student may get the value: neither history nor personal data went into it. */
        public Builder shared() {
            return part("audience", "everybody");
        }

        /** Says that one student alone may get the value, because history or personal data went into it. */
        public Builder onlyFor(StudentId student) {
            return part("audience", "student " + student.value());
        }

        /**
         * Returns the key.
         *
         * @throws InvalidValueException if a {@linkplain CacheFamily#requiredParts() part of the family} is missing
         */
        public CacheKey build() {
            TreeSet<String> missing = new TreeSet<>(family.requiredParts());
            missing.removeAll(parts.keySet());
            if (!missing.isEmpty()) {
                throw new InvalidValueException(
                        "cache key of " + family,
                        "have all parts of its family",
                        "without " + String.join(", ", missing),
                        "add them: values that differ in them would be taken for each other");
            }
            return new CacheKey(family, family.prefix() + ":" + segment() + hash(family.prefix(), parts));
        }

        private String segment() {
            String session = parts.get("session");
            return session == null ? "" : hash("session", Map.of("id", session)).substring(0, SESSION_CHARACTERS) + ":";
        }

        /** Each text is preceded by its length, so that no two lists of texts are the same bytes; chars, for lone surrogates. */
        private static String hash(String kind, Map<String, String> parts) {
            MessageDigest digest = sha256();
            add(FORMAT, digest);
            add(kind, digest);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                add(part.getKey(), digest);
                add(part.getValue(), digest);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        }

        private static void add(String text, MessageDigest digest) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * text.length());
            bytes.putInt(text.length()).asCharBuffer().put(text);
            digest.update(bytes.array());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }
}
