package io.github.activeia.core.llm;

import io.github.activeia.core.cost.Budgets;
import io.github.activeia.core.cost.CostLedger;
import io.github.activeia.core.cost.PriceList;
import java.time.Clock;

/**
 * Who counts what a chain costs.
 *
 * @param prices what a model costs
 * @param ledger where each try is written down
 * @param budgets what may be spent
 * @param clock when a try was made
 */
record Accounting(PriceList prices, CostLedger ledger, Budgets budgets, Clock clock) {}
