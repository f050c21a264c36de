package io.github.activeia.core.testing;

import java.util.function.UnaryOperator;

/** Takes the URL that is set, and has the script find or start a server otherwise. What is set is never replaced by a guess. */
final class ServiceFinder {
    private final UnaryOperator<String> environment;
    private final ServicesScript script;

    ServiceFinder(UnaryOperator<String> environment, ServicesScript script) {
        this.environment = environment;
        this.script = script;
    }

    FoundService find(String service, String variable) {
        String url = environment.apply(variable);
        return url == null || url.isBlank() ? script.up(service) : new FoundService(url.strip(), variable);
    }
}
