package org.clpworkbench.net;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// A server that cannot answer now and may a little later.
public final class LaterException extends ToldException {
    private static final long serialVersionUID = 1;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Duration after;

    /// @param server its name, or the address that was asked for
    /// @param after how long the server asks to be left alone; zero where it does not say
    public LaterException(String server, int status, Duration after) {
        super(Sentence.of(LaterException.class, "later", server, status));
        this.after = after;
    }

    public Duration after() {
        return after;
    }

    /// Whether the same request may be answered a little later.
    public static boolean passing(int status) {
        return status >= SERVER_ERROR || status == TIMED_OUT || status == TOO_MANY_REQUESTS;
    }

    /// What an answer's `Retry-After` says, in seconds or as a date (RFC 9110, 10.2.3); zero where
    /// there is none, or nothing that can be read.
    public static Duration askedBy(HttpResponse<?> answer) {
        String said = answer.headers().firstValue("Retry-After").orElse("").strip();
        try {
            if (said.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(said));
            }
            if (!said.isEmpty()) {
                var date = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
                Duration left = Duration.between(Instant.now(), date.toInstant());
                return left.isNegative() ? Duration.ZERO : left;
            }
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
        return Duration.ZERO;
    }
}
