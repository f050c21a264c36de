package io.github.activeia.core.cost;

import io.github.activeia.core.Account;
import io.github.activeia.core.CourseId;
import io.github.activeia.core.Money;
import io.github.activeia.core.SessionId;
import io.github.activeia.core.StudentId;
import io.github.activeia.core.TenantId;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** An entry as a row of the table. */
final class CostRow {
    private static final String COLUMNS = "at, tenant, course, student, session, agent, provider, model, local,"
            + " input_tokens, cached_input_tokens, output_tokens, cost, currency, latency_micros, outcome";
    static final String INSERT = "insert into ${table} (" + COLUMNS + ") values (?" + ", ?".repeat(15) + ")";
    static final String SELECT = "select " + COLUMNS + " from ${table}";

    private CostRow() {}

    static void write(CostEntry entry, PreparedStatement row) throws SQLException {
        Account account = entry.account();
        ModelCall call = entry.call();
        row.setObject(1, utc(entry.at()));
        row.setString(2, account.tenant() == null ? null : account.tenant().value());
        row.setString(3, account.course().value());
        row.setString(4, account.student().value());
        row.setString(5, entry.session() == null ? null : entry.session().value());
        row.setString(6, entry.agent());
        row.setString(7, call.provider());
        row.setString(8, call.model());
        row.setBoolean(9, call.local());
        Tokens tokens = call.tokens();
        row.setObject(10, tokens == null ? null : tokens.input(), Types.BIGINT);
        row.setObject(11, tokens == null ? null : tokens.cachedInput(), Types.BIGINT);
        row.setObject(12, tokens == null ? null : tokens.output(), Types.BIGINT);
        Money cost = call.cost();
        row.setBigDecimal(13, cost == null ? null : cost.amount());
        row.setString(14, cost == null ? null : cost.currency().getCurrencyCode());
        row.setLong(15, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(call.latency())));
        row.setString(16, call.outcome());
    }

    static CostEntry read(ResultSet row) throws SQLException {
        String tenant = row.getString("tenant");
        String session = row.getString("session");
        Account account = new Account(
                new StudentId(row.getString("student")),
                new CourseId(row.getString("course")),
                tenant == null ? null : new TenantId(tenant));
        ModelCall call = new ModelCall(
                row.getString("provider"),
                row.getString("model"),
                row.getBoolean("local"),
                tokens(row),
                cost(row),
                Duration.of(row.getLong("latency_micros"), ChronoUnit.MICROS),
                row.getString("outcome"));
        return new CostEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                account,
                session == null ? null : new SessionId(session),
                row.getString("agent"),
                call);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Tokens tokens(ResultSet row) throws SQLException {
        long input = row.getLong("input_tokens");
        return row.wasNull()
                ? null
                : new Tokens(input, row.getLong("output_tokens"), row.getLong("cached_input_tokens"));
    }

    private static @Nullable Money cost(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("cost");
        return amount == null ? null : new Money(amount, Currency.getInstance(row.getString("currency")));
    }
}
