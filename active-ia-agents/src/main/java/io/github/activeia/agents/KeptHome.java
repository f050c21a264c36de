package io.github.activeia.agents;

import io.github.activeia.core.CoursePolicy;
import io.github.activeia.core.DataPolicy;
import io.github.activeia.core.llm.DataHandling;
import io.github.activeia.core.llm.LanguageModel;
import io.github.activeia.core.llm.LlmChain;
import io.github.activeia.core.llm.LlmProviderState;
import io.github.activeia.core.llm.LlmTiers;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the host of providers that it has named and that no question will ever reach. */
final class KeptHome {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveIa.class);

    private KeptHome() {}

    static void tell(LanguageModel model, CoursePolicy policy) {
        List<String> cloud = states(model).stream()
                .filter(state -> state.place() == DataHandling.Place.CLOUD)
                .map(LlmProviderState::provider)
                .toList();
        if (policy.dataPolicy() == DataPolicy.LOCAL_ONLY && !cloud.isEmpty()) {
            LOG.warn(
                    "dataPolicy must be cloud_allowed for the providers {} to be asked, but was local_only — allow the cloud in the"
                            + " policy, declare those that run in your institution as local, or take them out of the chain",
                    cloud);
        }
    }

    private static List<LlmProviderState> states(LanguageModel model) {
        if (model instanceof LlmTiers tiers) {
            return tiers.states();
        }
        return model instanceof LlmChain chain ? chain.states() : List.of();
    }
}
