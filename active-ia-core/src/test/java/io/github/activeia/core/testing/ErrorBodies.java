package io.github.activeia.core.testing;

/** What each provider writes when it refuses. Measured numbers in the texts are invented, the wording is the provider's. */
final class ErrorBodies {
    private ErrorBodies() {}

    static String of(Protocol protocol, Draft draft) {
        return switch (protocol) {
            case OLLAMA -> "{\"error\": \"" + ollama(draft) + "\"}";
            case OPEN_AI -> openAi(draft);
            case MISTRAL -> mistral(draft);
            case GEMINI -> gemini(draft);
        };
    }

    private static boolean is(Draft draft, Draft.Refusal refusal) {
        return draft.refusal == refusal;
    }

    private static String ollama(Draft draft) {
        return switch (draft.errorStatus) {
            case 400 ->
                is(draft, Draft.Refusal.OVERFLOW) ? "the input length exceeds the context length" : "invalid options";
            case 401 -> "unauthorized";
            case 403 -> "this model requires a subscription";
            case 404 -> "model 'fake-model' not found";
            case 408 -> "timed out waiting for the model to load";
            case 413 -> "request body too large";
            case 429 -> "too many requests";
            case 503 -> "server busy, please try again.  maximum pending requests exceeded";
            default -> "llama runner process has terminated: exit status 2";
        };
    }

    private static String openAi(Draft draft) {
        return switch (draft.errorStatus) {
            case 400, 413 ->
                is(draft, Draft.Refusal.OVERFLOW)
                        ? openAi(
                                "This model's maximum context length is 128000 tokens. However, your messages resulted in 140312"
                                        + " tokens. Please reduce the length of the messages.",
                                "invalid_request_error",
                                "context_length_exceeded")
                        : openAi("Invalid value for 'temperature'.", "invalid_request_error", "invalid_value");
            case 401 -> openAi("Incorrect API key provided.", "invalid_request_error", "invalid_api_key");
            case 403 ->
                openAi(
                        "Country, region, or territory not supported",
                        "request_forbidden",
                        "unsupported_country_region_territory");
            case 404 ->
                openAi(
                        "The model `fake-model` does not exist or you do not have access to it.",
                        "invalid_request_error",
                        "model_not_found");
            case 408 -> openAi("Request timed out.", "server_error", "timeout");
            case 429 ->
                openAi(
                        "Rate limit reached for fake-model on tokens per min (TPM): Limit 200000, Used 199500, Requested 1200.",
                        "tokens",
                        "rate_limit_exceeded");
            case 503 ->
                openAi("The engine is currently overloaded, please try again later", "server_error", "overloaded");
            default ->
                openAi("The server had an error while processing your request. Sorry about that!", "server_error", "");
        };
    }

    private static String openAi(String message, String type, String code) {
        String quoted = code.isEmpty() ? "null" : "\"" + code + "\"";
        return "{\"error\": {\"message\": \"%s\", \"type\": \"%s\", \"param\": null, \"code\": %s}}"
                .formatted(message, type, quoted);
    }

    private static String mistral(Draft draft) {
        return switch (draft.errorStatus) {
            case 400, 413 ->
                is(draft, Draft.Refusal.OVERFLOW)
                        ? mistral(
                                "Prompt contains 140312 tokens and 0 draft tokens, too large for model with 131072 maximum context"
                                        + " length",
                                "invalid_request_error",
                                "3051")
                        : is(draft, Draft.Refusal.UNKNOWN_MODEL)
                                ? mistral("Invalid model: fake-model", "invalid_model", "1500")
                                : mistral("Invalid request", "invalid_request_error", "1000");
            case 401 -> "{\"detail\": \"Unauthorized\"}";
            case 403 -> mistral("Access to this model is forbidden", "forbidden", "1700");
            case 404 -> "{\"detail\": \"Not Found\"}";
            case 408 -> "{\"message\": \"The upstream server is timing out\"}";
            case 429 -> mistral("Rate limit exceeded", "rate_limited", "1300");
            case 503 -> mistral("Service unavailable.", "internal_server_error", "3700");
            default -> mistral("Internal server error", "internal_server_error", "1000");
        };
    }

    private static String mistral(String message, String type, String code) {
        return "{\"object\": \"error\", \"message\": \"%s\", \"type\": \"%s\", \"param\": null, \"code\": \"%s\"}"
                .formatted(message, type, code);
    }

    private static String gemini(Draft draft) {
        String details = draft.retrySeconds == 0
                ? ""
                : ", \"details\": [{\"@type\": \"type.googleapis.com/google.rpc.RetryInfo\", \"retryDelay\": \"%ds\"}]"
                        .formatted(draft.retrySeconds);
        return "{\"error\": {\"code\": %d, %s%s}}".formatted(draft.errorStatus, geminiText(draft), details);
    }

    private static String geminiText(Draft draft) {
        return switch (draft.errorStatus) {
            case 400, 413 ->
                gemini(
                        "INVALID_ARGUMENT",
                        is(draft, Draft.Refusal.OVERFLOW)
                                ? "The input token count (1140312) exceeds the maximum number of tokens allowed (1048576)."
                                : is(draft, Draft.Refusal.BAD_KEY)
                                        ? "API key not valid. Please pass a valid API key."
                                        : "Request contains an invalid argument.");
            case 401 -> gemini("UNAUTHENTICATED", "Request had invalid authentication credentials.");
            case 403 -> gemini("PERMISSION_DENIED", "Your API key does not have permission to use this service.");
            case 404 ->
                gemini(
                        "NOT_FOUND",
                        "models/fake-model is not found for API version v1beta, or is not supported for generateContent.");
            case 408, 504 -> gemini("DEADLINE_EXCEEDED", "Deadline expired before operation could complete.");
            case 429 ->
                gemini(
                        "RESOURCE_EXHAUSTED",
                        "You exceeded your current quota, please check your plan and billing details.");
            case 503 -> gemini("UNAVAILABLE", "The model is overloaded. Please try again later.");
            default -> gemini("INTERNAL", "An internal error has occurred.");
        };
    }

    private static String gemini(String status, String message) {
        return "\"message\": \"%s\", \"status\": \"%s\"".formatted(message, status);
    }
}
