package io.github.activeia.core.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Whose bucket it is. A course or a student of another institution is another one, even if the id is the same. */
record BucketKey(@Nullable TenantId tenant, @Nullable CourseId course, @Nullable StudentId student) {
    /**
     * Returns a name for a shared store. The rate is a part of it: where nodes disagree on the rate, as while a new setting is
     * rolled out, each keeps to its own. The ids are hashed, because whoever reads the store need not know who studies.
     */
    String name(Rate rate) {
        return word() + ":" + rate.capacity() + "/" + rate.tokens() + "/" + rate.period() + ":" + hash();
    }

    private String word() {
        if (student != null) {
            return "student";
        }
        return course == null ? "tenant" : "course";
    }

    private String hash() {
        // No id contains a line end, so no two keys write the same text.
        String ids = (tenant == null ? "-" : "+" + tenant) + "\n" + (course == null ? "" : course) + "\n"
                + (student == null ? "" : student);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
