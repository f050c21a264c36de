package io.github.activeia.spring;

import io.github.activeia.core.ActiveIaException;
import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.Fault;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows what is wrong and what to do, in place of a stack trace. Runs before Boot's own, which only sees the binding fail. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ActiveIaException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, ActiveIaException cause) {
        if (cause instanceof ConfigurationException configuration) {
            return new FailureAnalysis(
                    "The tutor cannot start:\n\n" + list(configuration, ConfigurationFailureAnalyzer::problem),
                    list(configuration, Fault::remedy),
                    cause);
        }
        return new FailureAnalysis("The tutor cannot start:\n\n    " + cause.getMessage(), null, cause);
    }

    private static String problem(Fault fault) {
        return fault.property() + " must " + fault.rule() + ", but was " + fault.value();
    }

    private static String list(ConfigurationException configuration, Function<Fault, String> text) {
        return configuration.faults().stream()
                .map(text)
                .map(line -> "    - " + line)
                .collect(Collectors.joining("\n"));
    }
}
