package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.activeia.core.ConfigurationException;
import io.github.activeia.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    @Test
    void limits_what_was_set_for_a_day_when_nothing_else_is_said() {
        Budget budget = Budget.builder().money("0.10 USD").build();

        assertThat(budget.money()).get().hasToString("0.1 USD");
        assertThat(budget.requests()).isEmpty();
        assertThat(budget.tokens()).isEmpty();
        assertThat(budget.window()).isEqualTo(Window.DAY);
    }

    @Test
    void gathers_all_faults_when_limits_are_out_of_range() {
        Budget.Builder wrong =
                Budget.builder().requests(-1).tokens(2_000_000_000_000L).money("0.0000000001 USD");

        assertThatThrownBy(wrong::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("requests must be from 0 to 1000000000000, but was -1")
                .hasMessageContaining("tokens must be from 0")
                .hasMessageContaining("money must be at most 1000000 with at most 9 decimal places");
    }

    @Test
    void refuses_a_budget_when_it_limits_nothing() {
        assertThatThrownBy(() -> Budget.builder().window(Window.WEEK).build())
                .hasMessageContaining("budget must limit requests, tokens or money");
    }

    @Test
    void refuses_a_limit_when_it_is_set_twice() {
        assertThatThrownBy(() -> Budget.builder().requests(1).requests(2))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("requests must be set once, but was set twice — remove one of the two calls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.10", "USD 0.10", "0,10 USD", "0.10 dollars", "1 2 3", ""})
    void refuses_money_when_it_is_not_an_amount_and_a_currency(String text) {
        assertThatThrownBy(() -> Budget.builder().money(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("write it as 0.10 USD");
    }

    @Test
    void refuses_a_second_limit_when_it_is_of_one_kind() {
        Budget tokens = Budget.builder().tokens(5).build();

        assertThatThrownBy(() -> Budgets.builder()
                        .per(Scope.STUDENT, tokens)
                        .per(Scope.STUDENT, tokens)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("but was two for [STUDENT, TOKENS, DAY]");
    }
}
