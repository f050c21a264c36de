package io.github.activeia.agents.gateway;

import io.github.activeia.agents.admission.AdmissionRequest;
import io.github.activeia.agents.session.ActivityKey;
import io.github.activeia.agents.session.SessionKey;
import io.github.activeia.core.Account;
import io.github.activeia.core.Activity;
import io.github.activeia.core.ActivityId;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Question;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.TenantId;
import io.github.activeia.core.knowledge.ActivityCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up what is known about a question without reading it. */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final ActivityCatalog activities;
    private final Settings settings;

    Reception(ActivityCatalog activities, Settings settings) {
        this.activities = activities;
        this.settings = settings;
    }

    Inquiry open(Question question) {
        CourseId course = course(question);
        ActivityId id = question.activity();
        Activity activity = null;
        boolean blind = false;
        if (id != null) {
            try {
                activity = activities.find(course, id).orElse(null);
            } catch (RuntimeException failure) {
                LOG.error("The activity catalog failed: {}", failure.getClass().getName());
                blind = true;
            }
        }
        TenantId tenant = null;
        try {
            tenant = settings.tenants().apply(course);
        } catch (RuntimeException failure) {
            LOG.error(
                    "The institution of a course is not known: {}",
                    failure.getClass().getName());
            blind = true;
        }
        Account account = new Account(question.student(), course, tenant);
        CoursePolicy policy = settings.policies().inForce(course, activity);
        Instant now = settings.time().clock().instant();
        AdmissionRequest request = new AdmissionRequest(account, id, policy, now);
        return new Inquiry(
                question,
                account,
                activity,
                blind,
                policy,
                settings.admission().dataPolicy(request),
                settings.budgets().limited(),
                keys(question, course),
                settings.time().ids().get(),
                now);
    }

    private CourseId course(Question question) {
        CourseId course = question.course() != null ? question.course() : settings.course();
        if (course == null) {
            throw new InvalidValueException(
                    "question", "name a course", "without one", "call in(courseId), or set a default course");
        }
        return course;
    }

    private static Inquiry.Keys keys(Question question, CourseId course) {
        SessionId session = question.session() == null ? derived(question, course) : question.session();
        ActivityId activity = question.activity();
        return new Inquiry.Keys(
                new SessionKey(course, question.student(), session),
                activity == null
                        ? ActivityKey.outside(course, question.student(), session)
                        : ActivityKey.of(course, question.student(), activity));
    }

    /** One session per student and activity, whatever the length of their ids. */
    private static SessionId derived(Question question, CourseId course) {
        String parts = course + "\n" + question.student() + "\n" + question.activity();
        return new SessionId(
                UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
