package io.github.activeia.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.StudentId;
import org.junit.jupiter.api.Test;

class InMemoryBudgetsTest extends BudgetsContract {
    private final BudgetStore store = BudgetStore.inMemory(clock);

    @Override
    BudgetStore store() {
        return store;
    }

    @Test
    void grants_everything_when_nothing_is_limited() {
        Account ana = Account.of(new StudentId("alumna-7"), new CourseId("algoritmos"));
        Budgets unlimited = Budgets.unlimited();

        BudgetAnswer answer = unlimited.reserve(ana, new Spending(1, 1_000_000, null));

        assertThat(answer.allowance()).isEqualTo(Allowance.THIS_MODEL);
        assertThat(((BudgetAnswer.Granted) answer).reservation().status().lines())
                .isEmpty();
    }

    @Test
    void names_no_student_when_it_names_a_counter() {
        Account ana = Account.of(new StudentId("alumna-7"), new CourseId("algoritmos"));

        assertThat(Scope.STUDENT.key(ana).orElseThrow()).hasSize(43).doesNotContain("alumna");
        assertThat(Scope.STUDENT.key(ana)).isNotEqualTo(Scope.COURSE.key(ana));
        assertThat(Scope.TENANT.key(ana)).isEmpty();
    }
}
