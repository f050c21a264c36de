/**
 * What models cost, what was spent, and what may be spent. {@link io.github.activeia.core.cost.PriceList} knows the price of a call,
 * {@link io.github.activeia.core.cost.CostLedger} writes every call down, {@link io.github.activeia.core.cost.Budgets} say whether a
 * call may be made, and {@link io.github.activeia.core.cost.CostReport} adds up.
 *
 * <pre>{@code
 * Budgets budgets = Budgets.builder()
 *         .per(Scope.STUDENT, Budget.builder().requests(60).money("0.10 USD").window(Window.DAY).build())
 *         .build();
 * BudgetAnswer answer = budgets.reserve(account, Spending.of(1, bound, prices.cost("mistral", model, bound).orElse(null)));
 * ledger.record(new CostEntry(now, account, session, "tutor", call));
 * CostReport report = CostReport.of(ledger.entries(CostQuery.between(start, end)), zone);
 * }</pre>
 *
 * <p>Traps: an unknown cost is absent, and never zero: reports count such calls apart, and a budget of money refuses them. A reservation
 * that nobody settles stays counted until its window ends. Counters are kept by calendar, so all nodes need one zone and clocks that
 * agree.
 */
@NullMarked
package io.github.activeia.core.cost;

import org.jspecify.annotations.NullMarked;
