package org.clpworkbench.net;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How requests are answered.
@FunctionalInterface
public interface Answers {
    /// Sends a request and gives the answer as soon as its headers are there.
    ///
    /// @param request to be completed and built
    /// @throws RefusedException when asking again would not help
    /// @throws IOException when it may
    /// @throws CancellationException when cancelled meanwhile
    HttpResponse<InputStream> to(HttpRequest.Builder request, Progress progress) throws IOException;

    /// Of the servers that the requests name, as `client` reaches them.
    static Answers from(HttpClient client) {
        return (request, progress) -> send(client, request.build(), progress);
    }

    private static HttpResponse<InputStream> send(
            HttpClient client, HttpRequest request, Progress progress) throws IOException {
        var answer = client.sendAsync(request, BodyHandlers.ofInputStream());
        while (true) {
            try {
                return answer.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (progress.cancelled()) {
                    answer.cancel(true);
                    throw new CancellationException();
                }
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException broken
                        ? broken
                        : new IOException(failed.getCause());
            } catch (InterruptedException interrupted) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new RefusedException(
                        Sentence.of(Answers.class, "interrupted", request.uri()), interrupted);
            }
        }
    }
}
