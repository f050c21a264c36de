package io.github.activeia.spring;

import io.github.activeia.core.CourseId;
import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.Faults;
import io.github.activeia.core.InvalidValueException;
import io.github.activeia.core.Secret;
import io.github.activeia.core.cost.Window;
import io.github.activeia.core.store.FailPolicy;
import io.github.activeia.core.store.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The properties of the starter.
 *
 * @param enabled whether there is a tutor at all
 * @param course the course material
 * @param indexDirectory where the index is kept; by default .active-ia/index in the working directory. Without a course folder,
 *     an index that is already there is used as it is
 * @param policy the policy that holds in every course
 * @param locale the language of a student who shows none: es, es_AR or en
 * @param instructions what the teachers ask of the tutor in every course, at most 1,000 characters; by default nothing
 * @param helpline whom a student in danger is told to turn to, in one sentence; by default the emergency services, without a number
 * @param llm the language models
 * @param knowledge where knowledge is stored
 * @param cache where vectors, passages and answers are kept for a while
 * @param sessions what is remembered between messages
 * @param gatekeeper what reads the messages
 * @param trace where traces go
 * @param rateLimit how often may be asked
 * @param budget what may be spent
 * @param risk when alerts are raised
 * @param cost what models cost, and where it is written down
 * @param redisUrl the Redis server that rate limits, budgets and sessions share, such as redis://localhost; by default the cache's
 */
@ConfigurationProperties("active-ia")
record ActiveIaProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Course course,
        @Nullable Path indexDirectory,
        @DefaultValue Policy policy,
        @DefaultValue("es") Locale locale,
        @Nullable String instructions,
        @Nullable String helpline,
        @DefaultValue Llm llm,
        @DefaultValue Knowledge knowledge,
        @DefaultValue Caching cache,
        @DefaultValue Sessions sessions,
        @DefaultValue Reader gatekeeper,
        @DefaultValue Trace trace,
        @DefaultValue RateLimit rateLimit,
        @DefaultValue Budgets budget,
        @NestedConfigurationProperty @DefaultValue RiskProperties risk,
        @DefaultValue Cost cost,
        @Nullable String redisUrl) {

    private static final Set<String> LANGUAGES = Set.of("es", "en");

    /** Gathers every fault, so that one start shows them all. */
    ActiveIaProperties {
        Faults faults = new Faults();
        course.check(faults);
        policy.check(faults);
        faults.require(
                LANGUAGES.contains(locale.getLanguage()),
                "active-ia.locale",
                "be Spanish or English",
                locale,
                "use es, es_AR or en");
        llm.check(faults);
        knowledge.check(faults);
        Limits.checkRates(faults, rateLimit);
        Limits.checkBudgets(faults, budget);
        risk.check(faults);
        Limits.checkCost(faults, cost);
        cache.check(faults);
        sessions.check(faults);
        gatekeeper.check(faults);
        faults.throwIfAny();
    }

    /**
     * What reads the messages.
     *
     * @param lexicon a folder whose word lists, rules and examples add to those of the library
     * @param embeddings whether the meaning of a message counts beside its words, which takes some milliseconds more
     */
    record Reader(@Nullable Path lexicon, @DefaultValue("false") boolean embeddings) {
        private void check(Faults faults) {
            faults.require(
                    lexicon == null || Files.isDirectory(lexicon),
                    "active-ia.gatekeeper.lexicon",
                    "be a folder",
                    lexicon == null ? null : lexicon.toAbsolutePath(),
                    "create it, or correct the path");
        }
    }

    /**
     * The course material.
     *
     * @param folder the folder of course files that is ingested at the start; without it the tutor knows no course
     * @param id the id of the course; by default the one that the folder names
     */
    record Course(@Nullable Path folder, @Nullable String id) {
        private void check(Faults faults) {
            faults.require(
                    folder == null || Files.isDirectory(folder),
                    "active-ia.course.folder",
                    "be a folder of course files",
                    folder == null ? null : folder.toAbsolutePath(),
                    "create it, or correct the path");
            faults.require(
                    id == null || valid(id),
                    "active-ia.course.id",
                    "have 1 to 128 characters and no control characters",
                    id,
                    "use the id that your system has for the course");
        }

        private static boolean valid(String id) {
            try {
                return new CourseId(id).value().equals(id);
            } catch (InvalidValueException refused) {
                return false;
            }
        }

        @Nullable
        CourseId courseId() {
            return id == null ? null : new CourseId(id);
        }
    }

    /**
     * The policy.
     *
     * @param template initial, intermediate, advanced, final_work or exam
     * @param data local_only, or cloud_allowed where questions may go to models of other companies
     */
    record Policy(@DefaultValue("intermediate") String template, @DefaultValue("local_only") DataPolicy data) {
        private void check(Faults faults) {
            faults.require(
                    known(),
                    "active-ia.policy.template",
                    "be initial, intermediate, advanced, final_work or exam",
                    template,
                    "pick one, or define a CoursePolicy bean");
        }

        private boolean known() {
            try {
                return CoursePolicy.template(template) != null;
            } catch (InvalidValueException refused) {
                return false;
            }
        }
    }

    /**
     * The language models.
     *
     * @param chain providers in order of preference, of ollama, mistral, gemini and openai; or the one word discover, for all
     *     that the environment offers; empty for none. Without it, a local Ollama is used if one answers at the start
     * @param local providers of the chain that run on other machines of the institution, so that local_only allows them; this
     *     machine needs no mention
     * @param ollama an Ollama server
     * @param mistral Mistral
     * @param gemini Gemini
     * @param openai a server that speaks OpenAI's protocol
     * @param tiers whether all but the tutor itself have the local providers only, where there are any
     * @param timeouts how long a provider may take
     * @param retries how often a provider is asked again after a failure that may pass, 0 to 5
     * @param maxConcurrentCalls how many calls of one provider may run at the same time, 1 to 10000
     */
    record Llm(
            @Nullable List<String> chain,
            @DefaultValue List<String> local,
            @DefaultValue Ollama ollama,
            @DefaultValue Mistral mistral,
            @DefaultValue Gemini gemini,
            @DefaultValue OpenAi openai,
            @DefaultValue("true") boolean tiers,
            @DefaultValue Timeouts timeouts,
            @DefaultValue("1") int retries,
            @DefaultValue("8") int maxConcurrentCalls) {

        static final String DISCOVER = "discover";
        private static final Set<String> PROVIDERS = Set.of("ollama", "mistral", "gemini", "openai");

        Llm {
            chain = chain == null ? null : List.copyOf(chain);
            local = List.copyOf(local);
        }

        private void check(Faults faults) {
            Limits.checkSettings(faults, this);
            if (chain == null || chain.equals(List.of(DISCOVER))) {
                return;
            }
            chain.forEach(name -> faults.require(
                    PROVIDERS.contains(name),
                    "active-ia.llm.chain",
                    "name ollama, mistral, gemini or openai, or be the one word discover",
                    name,
                    "define a LanguageModel bean for any other provider"));
        }
    }

    /**
     * An Ollama server.
     *
     * @param model the model to ask for
     * @param baseUrl where the server is
     */
    record Ollama(@DefaultValue("phi3") String model, @DefaultValue("http://localhost:11434") String baseUrl) {}

    /**
     * Mistral.
     *
     * @param model the model to ask for
     * @param apiKey the key; by default the environment's MISTRAL_API_KEY
     */
    record Mistral(@DefaultValue("mistral-small-latest") String model, @Nullable String apiKey) {
        @Override
        public String toString() {
            return "Mistral[" + model + "]";
        }
    }

    /**
     * Gemini.
     *
     * @param model the model to ask for
     * @param apiKey the key; by default the environment's GEMINI_API_KEY or GOOGLE_API_KEY
     */
    record Gemini(@DefaultValue("gemini-2.5-flash") String model, @Nullable String apiKey) {
        @Override
        public String toString() {
            return "Gemini[" + model + "]";
        }
    }

    /**
     * A server that speaks OpenAI's protocol.
     *
     * @param baseUrl where the server is, such as http://localhost:8000/v1
     * @param model the model to ask for
     * @param apiKey the key; by default the environment's OPENAI_API_KEY, or none
     */
    record OpenAi(@Nullable String baseUrl, @Nullable String model, @Nullable String apiKey) {
        @Override
        public String toString() {
            return "OpenAi[" + baseUrl + "/" + model + "]";
        }
    }

    /**
     * Where knowledge is stored.
     *
     * @param store lucene, on the local disk; or pgvector, in the application's DataSource
     */
    record Knowledge(@DefaultValue("lucene") String store) {
        private void check(Faults faults) {
            faults.require(
                    store.equals("lucene") || isPgvector(),
                    "active-ia.knowledge.store",
                    "be lucene or pgvector",
                    store,
                    "define a KnowledgeSource bean for any other store");
        }

        boolean isPgvector() {
            return store.equals("pgvector");
        }
    }

    /**
     * Where vectors, passages and answers are kept for a while. Without any of these, passages alone are kept, in 16 MiB of memory.
     *
     * @param redisUrl a Redis server that all nodes share, such as redis://localhost; sessions are kept there as
     *     well, unless active-ia.sessions.store says otherwise
     * @param nearSize how much each node keeps in its memory, in front of what is shared; 16MB unless set
     * @param postgres whether the application's DataSource is what all nodes share; the table is made if it is missing
     */
    record Caching(@Nullable String redisUrl, @Nullable DataSize nearSize, @DefaultValue("false") boolean postgres) {
        private void check(Faults faults) {
            faults.require(
                            redisUrl == null || RedisServer.isAddress(redisUrl),
                            "active-ia.cache.redis-url",
                            "be a Redis URL with a host",
                            "not one",
                            "write it as redis://localhost:6379")
                    .require(
                            nearSize == null || nearSize.toBytes() >= 1_000,
                            "active-ia.cache.near-size",
                            "be at least 1000B",
                            nearSize,
                            "use 16MB if in doubt")
                    .require(
                            redisUrl == null || !postgres,
                            "active-ia.cache.postgres",
                            "not be set with active-ia.cache.redis-url",
                            "both",
                            "use one of them");
        }

        /** Leaves the URL out, which may hold a password. */
        @Override
        public String toString() {
            return "Caching[redis=" + (redisUrl != null) + ", nearSize=" + nearSize + ", postgres=" + postgres + "]";
        }
    }

    /**
     * What is remembered between messages: conversations, help levels and how far students have come.
     *
     * @param store memory, for one node; redis or postgres, for many; by default redis if active-ia.cache.redis-url is set, and
     *     memory otherwise. The table in PostgreSQL is made if it is missing
     * @param timeToLive how long it is kept after its last change, 1s to 365d
     */
    record Sessions(@Nullable String store, @DefaultValue("30d") Duration timeToLive) {
        private static final Set<String> STORES = Set.of("memory", "redis", "postgres");

        private void check(Faults faults) {
            faults.require(
                            store == null || STORES.contains(store),
                            "active-ia.sessions.store",
                            "be memory, redis or postgres",
                            store,
                            "define a SessionStore bean for any other store")
                    .require(
                            timeToLive.toSeconds() >= 1 && timeToLive.compareTo(Duration.ofDays(365)) <= 0,
                            "active-ia.sessions.time-to-live",
                            "be from 1s to 365d",
                            timeToLive,
                            "use 30d if in doubt");
        }
    }

    /**
     * Where traces go.
     *
     * @param enabled whether traces are kept at all
     * @param file a file of JSON Lines that is appended to
     */
    record Trace(@DefaultValue("true") boolean enabled, @DefaultValue(".active-ia/traces.jsonl") Path file) {}

    /**
     * How long a provider may take.
     *
     * @param local a provider on this machine, for a whole answer
     * @param cloud any other provider, for a whole answer
     * @param firstToken a stream, until its first piece
     * @param idle a stream, between two pieces
     * @param total all providers together
     */
    record Timeouts(
            @DefaultValue("60s") Duration local,
            @DefaultValue("30s") Duration cloud,
            @DefaultValue("30s") Duration firstToken,
            @DefaultValue("15s") Duration idle,
            @DefaultValue("2m") Duration total) {}

    /**
     * How often may be asked.
     *
     * @param questions questions per time of one student in one course; without it there is no limit
     * @param per the length of the window
     * @param course of all students of a course together
     * @param tenant of all courses of an institution together
     * @param store memory, for one node; redis or postgres, for many
     * @param failPolicy open or closed: whether questions are served while the store does not answer
     */
    record RateLimit(
            @Nullable Integer questions,
            @DefaultValue("1m") Duration per,
            @DefaultValue Flow course,
            @DefaultValue Flow tenant,
            @DefaultValue("memory") String store,
            @DefaultValue("open") FailPolicy failPolicy) {}

    /**
     * Questions per time.
     *
     * @param questions questions per time; without it there is no limit
     * @param per the length of the window
     */
    record Flow(@Nullable Integer questions, @DefaultValue("1m") Duration per) {}

    /**
     * What may be spent.
     *
     * @param student what each student may use, over all courses
     * @param course what all students of a course may use together
     * @param tenant what an institution may use
     * @param zone the time zone whose days, weeks and months count
     * @param store memory, for one node; redis or postgres, for many
     * @param failPolicy open or closed: whether each node counts alone, or nothing is granted, while the store does not answer
     */
    record Budgets(
            @DefaultValue Quota student,
            @DefaultValue Quota course,
            @DefaultValue Quota tenant,
            @DefaultValue("UTC") ZoneId zone,
            @DefaultValue("memory") String store,
            @DefaultValue("open") FailPolicy failPolicy) {}

    /**
     * What may be used within a window; what is not set is not limited.
     *
     * @param requests questions
     * @param tokens tokens of models, input and output together
     * @param money an amount and a currency, such as 0.10 USD
     * @param window hour, day, week or month
     */
    record Quota(
            @Nullable Long requests,
            @Nullable Long tokens,
            @Nullable String money,
            @DefaultValue("day") Window window) {}

    /**
     * What models cost.
     *
     * @param ledger where each call of a model is written down: none, memory or postgres
     * @param prices a file of prices that override those that come with the library
     */
    record Cost(@DefaultValue("none") String ledger, @Nullable Path prices) {}

    /** A URL may hold a password. */
    @Override
    public String toString() {
        return "ActiveIaProperties";
    }

    /** Returns where the index is kept. */
    Path index() {
        return indexDirectory == null ? Path.of(".active-ia", "index") : indexDirectory;
    }

    /** Returns a key as a secret, or null where it is missing or blank, as an unset variable leaves it. */
    static @Nullable Secret secret(@Nullable String key) {
        return key == null || key.isBlank() ? null : Secret.of(key.strip());
    }
}
