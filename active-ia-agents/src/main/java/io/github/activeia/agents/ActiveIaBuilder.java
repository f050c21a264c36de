package io.github.activeia.agents;

import io.github.activeia.agents.admission.Admission;
import io.github.activeia.agents.admission.AdmissionRules;
import io.github.activeia.agents.gatekeeper.Gatekeeper;
import io.github.activeia.agents.gateway.Gateway;
import io.github.activeia.agents.gateway.Instructions;
import io.github.activeia.agents.gateway.Policies;
import io.github.activeia.agents.gateway.Ports;
import io.github.activeia.agents.gateway.Settings;
import io.github.activeia.agents.risk.AlertListener;
import io.github.activeia.agents.risk.RiskAnalysis;
import io.github.activeia.agents.risk.RiskSettings;
import io.github.activeia.agents.safety.ReviewScope;
import io.github.activeia.agents.scaffolding.ProgressListener;
import io.github.activeia.agents.scaffolding.StudentProgress;
import io.github.activeia.agents.session.SessionStore;
import io.github.activeia.agents.session.StateStore;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.Fault;
import io.github.activeia.core.Faults;
import io.github.activeia.core.TenantId;
import io.github.activeia.core.cache.Cache;
import io.github.activeia.core.cache.CaffeineCache;
import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.event.ReplyListener;
import io.github.activeia.core.knowledge.ActivityCatalog;
import io.github.activeia.core.knowledge.CachedKnowledge;
import io.github.activeia.core.knowledge.EmbeddedCourse;
import io.github.activeia.core.knowledge.EmbeddedCourseProvider;
import io.github.activeia.core.knowledge.KnowledgeSource;
import io.github.activeia.core.knowledge.SolutionIndex;
import io.github.activeia.core.knowledge.VersionedKnowledge;
import io.github.activeia.core.limit.RateLimiter;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.trace.JsonLinesTraceStore;
import io.github.activeia.core.trace.TraceStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a tutor works with. Only {@link #knowledge} (or {@link #embedded}) is required; each property may be set once.
 * Every fault is gathered and thrown by {@link #build()}. Not thread-safe.
 */
public final class ActiveIaBuilder {
    private static final Path TRACE_FILE = Path.of(".active-ia", "traces.jsonl");
    private static final long NEAR_BYTES = 16 * 1024 * 1024;
    private static final Set<String> LANGUAGES = Set.of("es", "en");

    private final Faults faults = new Faults();
    private final Map<CourseId, CoursePolicy> coursePolicies = new HashMap<>();
    private final Map<CourseId, String> courseInstructions = new HashMap<>();
    private final List<ReplyListener> listeners = new ArrayList<>();
    private final List<ProgressListener> progressListeners = new ArrayList<>();
    private final List<AlertListener> alertListeners = new ArrayList<>();
    private @Nullable KnowledgeSource knowledge;
    private @Nullable SolutionIndex solutions;
    private @Nullable ActivityCatalog activities;
    private @Nullable LanguageModel model;
    private @Nullable LanguageModel reviewer;
    private ReviewScope reviewed = ReviewScope.IN_DOUBT;
    private @Nullable Cache cache;
    private @Nullable CoursePolicy policy;
    private @Nullable CourseId course;
    private @Nullable Locale locale;
    private @Nullable TraceStore traces;
    private @Nullable RateLimiter rateLimiter;
    private @Nullable Budgets budgets;
    private Settings.@Nullable Tenants tenants;
    private @Nullable AdmissionRules admission;
    private @Nullable SessionStore sessions;
    private @Nullable StudentProgress progress;
    private @Nullable RiskSettings risk;
    private @Nullable Clock clock;
    private @Nullable LongSupplier ticker;
    private @Nullable Supplier<String> ids;
    private @Nullable Gatekeeper gatekeeper;
    private @Nullable String helpline;
    private @Nullable String instructions;
    private @Nullable Path folder;

    ActiveIaBuilder() {}

    /**
     * Sets where the course material is. An object that is also a {@link SolutionIndex} or an {@link ActivityCatalog} serves as
     * such, unless another one is set.
     */
    public ActiveIaBuilder knowledge(KnowledgeSource value) {
        knowledge = once("knowledge", knowledge, value);
        return this;
    }

    /** Sets where stored solutions are, for leak detection; default the knowledge if it has them, otherwise none. */
    public ActiveIaBuilder solutions(SolutionIndex value) {
        solutions = once("solutions", solutions, value);
        return this;
    }

    /** Sets where activities are; default the knowledge if it has them, otherwise none. */
    public ActiveIaBuilder activities(ActivityCatalog value) {
        activities = once("activities", activities, value);
        return this;
    }

    /** Sets the language models; default none: the tutor answers from the material and from question templates. */
    public ActiveIaBuilder llm(LanguageModel value) {
        model = once("llm", model, value);
        return this;
    }

    /**
     * Sets a model that looks a second time at what a model wrote, where the rules let it pass but are in doubt; it can only say no.
     * It is asked on the student's behalf, under the data policy in force, counts in its own budgets, and sees no stored solution.
     * Default none.
     */
    public ActiveIaBuilder reviewer(LanguageModel value) {
        return reviewer(value, ReviewScope.IN_DOUBT);
    }

    /** Sets a model like that of {@link #reviewer(LanguageModel)}, and of which texts it is asked, such as of every reply before it is shown. */
    public ActiveIaBuilder reviewer(LanguageModel value, ReviewScope of) {
        reviewer = once("reviewer", reviewer, value);
        reviewed = of;
        return this;
    }

    /**
     * Sets where passages that were found and accepted answers of models are kept; it stays the host's to close, and
     * {@link Cache#none()} keeps nothing. Default: passages in 16 MiB of memory, and no answers, so that a question that is asked
     * twice is answered twice. Material and models that cannot tell their version are never cached.
     */
    public ActiveIaBuilder cache(Cache value) {
        cache = once("cache", cache, value);
        return this;
    }

    /** Sets the policy that holds in every course; default {@link CoursePolicy#intermediate()}. */
    public ActiveIaBuilder policy(CoursePolicy value) {
        policy = once("policy", policy, value);
        return this;
    }

    /** Sets the policy of one course; the more restrictive of it and {@link #policy} holds there, field by field. */
    public ActiveIaBuilder coursePolicy(CourseId of, CoursePolicy value) {
        coursePolicies.merge(of, value, (first, second) -> once("coursePolicy of " + of, first, second));
        return this;
    }

    /**
     * Sets what the teachers ask of the tutor in every course, such as a tone, words to use or what to insist on; default nothing. It goes
     * into each prompt, to every model that is asked, so it should hold no personal data; the rules and the help levels of the tutor win
     * over it.
     *
     * @param value 1 to {@value Instructions#MAX_LENGTH} characters, not all blank, that do not try to lift the tutor's rules
     */
    public ActiveIaBuilder instructions(String value) {
        instructions = once("instructions", instructions, value);
        return this;
    }

    /** Sets what the teacher of one course asks of the tutor there, after {@link #instructions(String)} and under the same rules. */
    public ActiveIaBuilder instructions(CourseId of, String value) {
        courseInstructions.merge(of, value, (first, second) -> once("instructions of " + of, first, second));
        return this;
    }

    /** Sets the course of a question that names none; default none, or the folder's for {@link #embedded}. */
    public ActiveIaBuilder course(CourseId value) {
        course = once("course", course, value);
        return this;
    }

    /**
     * Sets the language of a student whose question names none: {@code es}, {@code es_AR} or {@code en}; default {@code es}. A message that is
     * clearly in the other language is answered in that one.
     */
    public ActiveIaBuilder locale(Locale value) {
        locale = once("locale", locale, value);
        return this;
    }

    /**
     * Sets where traces go; default the file {@code .active-ia/traces.jsonl} in the working directory, and
     * {@link TraceStore#none()} keeps none. A store that fails is logged and costs no reply.
     */
    public ActiveIaBuilder traces(TraceStore value) {
        traces = once("traces", traces, value);
        return this;
    }

    /** Adds a listener; may be called many times. A listener that fails is logged and costs no reply. */
    public ActiveIaBuilder listener(ReplyListener value) {
        listeners.add(value);
        return this;
    }

    /**
     * Adds who hears of alerts: dependency on the models, repeated delegation, attacks, danger to a person, and more; may be called many
     * times. A listener that fails is logged and costs no reply. The risk of each interaction is in its trace, with or without a listener.
     */
    public ActiveIaBuilder alerts(AlertListener value) {
        alertListeners.add(value);
        return this;
    }

    /** Sets when alerts are raised, and how often; default {@link RiskSettings#defaults()}. */
    public ActiveIaBuilder risk(RiskSettings value) {
        risk = once("risk", risk, value);
        return this;
    }

    /** Sets how often a student may ask; default without limit. A limiter that fails refuses. */
    public ActiveIaBuilder rateLimiter(RateLimiter value) {
        rateLimiter = once("rateLimiter", rateLimiter, value);
        return this;
    }

    /**
     * Sets what may be spent, which counts the requests and tells in each reply what remains; default the budgets of the language
     * model, such as those that {@code LlmChain.builder().budgets(…)} was given. It is needed only for a model that does not
     * know its own.
     */
    public ActiveIaBuilder budgets(Budgets value) {
        budgets = once("budgets", budgets, value);
        return this;
    }

    /**
     * Sets which institution a course belongs to, where the host serves several: rates, budgets and costs are counted apart for each.
     * Default none. A function that fails refuses the question.
     *
     * @param value returns null for a course of no institution
     */
    public ActiveIaBuilder tenants(Function<CourseId, @Nullable TenantId> value) {
        tenants = once("tenants", tenants, value::apply);
        return this;
    }

    /** Sets who may ask; default {@link AdmissionRules#defaults()}. */
    public ActiveIaBuilder admission(AdmissionRules value) {
        admission = once("admission", admission, value);
        return this;
    }

    /** Sets what is remembered between messages; default {@link SessionStore#inMemory()}. */
    public ActiveIaBuilder sessions(SessionStore value) {
        sessions = once("sessions", sessions, value);
        return this;
    }

    /**
     * Sets where it is kept how far students have come with the topics; default in the {@link #sessions} if they are a
     * {@link StateStore}, as all that we ship are, otherwise in memory. {@link StudentProgress#none()} keeps nothing. A store that
     * fails is logged, and costs its advice alone.
     */
    public ActiveIaBuilder progress(StudentProgress value) {
        progress = once("progress", progress, value);
        return this;
    }

    /** Adds who hears of attempts and of help levels that moved; may be called many times. One that fails is logged. */
    public ActiveIaBuilder progressListener(ProgressListener value) {
        progressListeners.add(value);
        return this;
    }

    /** Sets the clock; default the system's. */
    public ActiveIaBuilder clock(Clock value) {
        clock = once("clock", clock, value);
        return this;
    }

    /** Sets the stopwatch, in nanoseconds; default {@link System#nanoTime()}. */
    public ActiveIaBuilder ticker(LongSupplier value) {
        ticker = once("ticker", ticker, value);
        return this;
    }

    /** Sets what makes the ids of traces; default random UUIDs. */
    public ActiveIaBuilder ids(Supplier<String> value) {
        ids = once("ids", ids, value);
        return this;
    }

    /**
     * Sets what reads the messages, for example with an embedder, or with words and examples of the host; default
     * {@link Gatekeeper#rules()}.
     */
    public ActiveIaBuilder gatekeeper(Gatekeeper value) {
        gatekeeper = once("gatekeeper", gatekeeper, value);
        return this;
    }

    /**
     * Sets where a student in danger finds help, as a sentence that is shown as it is; default a general sentence that points to
     * people nearby and to the local emergency number.
     */
    public ActiveIaBuilder helpline(String value) {
        helpline = once("helpline", helpline, value);
        return this;
    }

    /**
     * Takes knowledge, solutions, activities and the default course from a folder of course files, which
     * {@link ActiveIa#close()} closes. Needs active-ia-rag.
     */
    public ActiveIaBuilder embedded(Path value) {
        folder = once("embedded", folder, value);
        return this;
    }

    /**
     * Builds the tutor.
     *
     * @throws ConfigurationException with every fault
     */
    public ActiveIa build() {
        Gatekeeper reader = Objects.requireNonNullElseGet(gatekeeper, Gatekeeper::rules);
        check();
        checkInstructions(reader);
        faults.throwIfAny();
        CoursePolicy everywhere = Objects.requireNonNullElseGet(policy, CoursePolicy::intermediate);
        KeptHome.tell(Objects.requireNonNullElseGet(model, LanguageModel::none), everywhere);
        if (reviewer != null && reviewer != model) {
            KeptHome.tell(reviewer, everywhere);
        }
        AutoCloseable material = folder == null ? () -> {} : open(folder);
        if (traces != null) {
            return new ActiveIa(new Gateway(ports(traces), settings(reader)), material);
        }
        JsonLinesTraceStore file = JsonLinesTraceStore.open(TRACE_FILE);
        return new ActiveIa(new Gateway(ports(file), settings(reader)), both(file, material));
    }

    private static AutoCloseable both(AutoCloseable first, AutoCloseable second) {
        return () -> {
            try {
                first.close();
            } finally {
                second.close();
            }
        };
    }

    private void check() {
        faults.require(
                        (knowledge == null) != (folder == null),
                        "knowledge",
                        "be set, either by knowledge or by embedded",
                        knowledge == null ? "set by neither" : "set by both",
                        "pass a KnowledgeBase, or the folder of a course")
                .require(
                        locale == null || LANGUAGES.contains(locale.getLanguage()),
                        "locale",
                        "be Spanish or English",
                        locale,
                        "use es, es_AR or en")
                .require(
                        helpline == null || !helpline.isBlank(),
                        "helpline",
                        "not be blank",
                        helpline,
                        "leave it out for the general sentence");
        Budgets ofModel = model == null ? Budgets.unlimited() : model.budgets();
        faults.require(
                budgets == null || !ofModel.limited() || budgets == ofModel,
                "budgets",
                "be those of the language model",
                "different ones",
                "leave it out: the model brings its own");
    }

    private void checkInstructions(Gatekeeper reader) {
        if (instructions != null) {
            checkInstructions("instructions", instructions, reader);
        }
        courseInstructions.forEach((of, value) -> checkInstructions("instructions of " + of, value, reader));
    }

    /** Whoever may write here speaks to the tutor, but not against its rules. */
    private void checkInstructions(String property, String value, Gatekeeper reader) {
        boolean sized = !value.isBlank() && value.length() <= Instructions.MAX_LENGTH;
        faults.require(
                sized,
                property,
                "have 1 to " + Instructions.MAX_LENGTH + " characters, not all blank",
                value.length() + " characters",
                "say the essential, or leave it out");
        faults.require(
                !sized || !reader.inspect(value).suspicious(),
                property,
                "leave the tutor's rules in force",
                "an attempt to change, bypass or reveal them",
                "say how to teach; what the tutor may do is set by the policy");
    }

    private AutoCloseable open(Path path) {
        EmbeddedCourseProvider provider = ServiceLoader.load(EmbeddedCourseProvider.class)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(new Fault(
                        "embedded",
                        "find a provider of embedded courses",
                        "without one",
                        "add io.github.activeia:active-ia-rag to the class path")));
        EmbeddedCourse opened = provider.open(path);
        knowledge = opened.knowledge();
        solutions = Objects.requireNonNullElse(solutions, opened.solutions());
        activities = Objects.requireNonNullElse(activities, opened.activities());
        course = Objects.requireNonNullElse(course, opened.course());
        return opened.resource();
    }

    private Ports ports(TraceStore traceStore) {
        KnowledgeSource source = Objects.requireNonNull(knowledge);
        SessionStore states = Objects.requireNonNullElseGet(sessions, SessionStore::inMemory);
        SolutionIndex index =
                solutions != null ? solutions : source instanceof SolutionIndex own ? own : SolutionIndex.none();
        ActivityCatalog catalog =
                activities != null ? activities : source instanceof ActivityCatalog own ? own : ActivityCatalog.none();
        KeptMaterial kept = new KeptMaterial();
        boolean keeps = cache != Cache.none();
        return new Ports(
                cached(source),
                keeps ? kept.solutions(index) : index,
                keeps ? kept.activities(catalog) : catalog,
                Objects.requireNonNullElseGet(model, LanguageModel::none),
                reviewer,
                reviewed,
                Objects.requireNonNullElseGet(cache, Cache::none),
                states,
                progress != null
                        ? progress
                        : states instanceof StateStore store ? StudentProgress.in(store) : StudentProgress.inMemory(),
                traceStore,
                listeners,
                progressListeners);
    }

    private Budgets budgets() {
        return budgets != null ? budgets : model == null ? Budgets.unlimited() : model.budgets();
    }

    private KnowledgeSource cached(KnowledgeSource source) {
        if (cache == Cache.none() || !(source instanceof VersionedKnowledge versioned)) {
            return source;
        }
        Clock time = Objects.requireNonNullElseGet(clock, Clock::systemUTC);
        return CachedKnowledge.of(
                versioned, Objects.requireNonNullElseGet(cache, () -> CaffeineCache.of(NEAR_BYTES, time)));
    }

    private Settings settings(Gatekeeper reader) {
        return new Settings(
                new Admission(
                        Objects.requireNonNullElseGet(admission, AdmissionRules::defaults),
                        Objects.requireNonNullElseGet(rateLimiter, RateLimiter::unlimited),
                        budgets()),
                reader,
                new Policies(Objects.requireNonNullElseGet(policy, CoursePolicy::intermediate), coursePolicies),
                course,
                Objects.requireNonNullElse(locale, Locale.forLanguageTag("es")),
                helpline,
                tenants != null ? tenants : of -> null,
                budgets(),
                new Instructions(instructions, courseInstructions),
                RiskAnalysis.of(Objects.requireNonNullElseGet(risk, RiskSettings::defaults), alertListeners),
                new Settings.Time(
                        Objects.requireNonNullElseGet(clock, Clock::systemUTC),
                        Objects.requireNonNullElse(ticker, System::nanoTime),
                        Objects.requireNonNullElse(ids, () -> UUID.randomUUID().toString())));
    }

    private <T> T once(String property, @Nullable T current, T value) {
        faults.require(current == null, property, "be set once", "set twice", "remove one of the two calls");
        return value;
    }
}
