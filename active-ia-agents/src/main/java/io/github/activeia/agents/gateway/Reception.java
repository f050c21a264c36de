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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up what is known about a question without reading it. */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private static final int MOST_REMEMBERED = 500;

    private final ActivityCatalog activities;
    private final Settings settings;

    /** The activities that were looked for in vain, so that each is said once. */
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

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
                if (activity == null) {
                    miss(course, id);
                }
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

    /** Without its activity a question is answered without assignment and hints, which a host should learn of before its students do. */
    private void miss(CourseId course, ActivityId id) {
        if (missing.size() < MOST_REMEMBERED && missing.add(course + "\n" + id)) {
            LOG.warn(
                    "activity must be one of the course's, but was {} in course {} — check the id (capitals count), or ingest its"
                            + " assignment; until then it is answered without assignment and hints",
                    id,
                    course);
        }
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
