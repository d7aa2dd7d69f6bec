package org.clpworkbench.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.clpworkbench.generation.WriterLine.Ended;
import org.clpworkbench.generation.WriterLine.Failed;
import org.clpworkbench.generation.WriterLine.Ready;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The child's side of a {@link WriterProcess}: a request comes in a line of JSON and is answered
/// in {@link WriterLine}s. The next line, an empty one too, ends the text that is being written;
/// the end of the input ends the service.
public final class WriterService {
    private final TextWriter writer;
    private final BlockingQueue<Optional<String>> requests;
    private final PrintWriter answers;

    private WriterService(
            TextWriter writer, BlockingQueue<Optional<String>> requests, PrintWriter answers) {
        this.writer = writer;
        this.requests = requests;
        this.answers = answers;
    }

    /// Serves until the input ends.
    ///
    /// @throws IOException when the model cannot be loaded
    public static void serve(Path model, String device, BufferedReader input, PrintWriter answers)
            throws IOException, InterruptedException {
        var requests = new LinkedBlockingQueue<Optional<String>>();
        Thread.ofVirtual().start(() -> read(input, requests));
        try (var writer = TextWriter.open(model, device)) {
            new WriterService(writer, requests, answers).serve();
        }
    }

    private static void read(BufferedReader input, BlockingQueue<Optional<String>> requests) {
        try (input) {
            input.lines().map(Optional::of).forEach(requests::add);
        } catch (IOException | UncheckedIOException broken) {
            // whoever asked is gone, which is the end as well
        } finally {
            requests.add(Optional.empty());
        }
    }

    private void serve() throws IOException, InterruptedException {
        say(new Ready(writer.parameters()));
        for (var next = requests.take(); next.isPresent(); next = requests.take()) {
            if (!next.get().isBlank()) {
                answer(new JsonMapper().readValue(next.get(), TextRequest.class));
            }
        }
    }

    private void answer(TextRequest request) throws IOException {
        int[] written = {0};
        try {
            writer.write(
                    request,
                    requests::isEmpty,
                    token -> {
                        written[0]++;
                        say(token);
                    });
            say(new Ended(written[0] < request.tokens() && requests.isEmpty()));
        } catch (ToldArgumentException refused) {
            say(new Failed(refused.told().orElseThrow()));
        } catch (IllegalArgumentException refused) {
            String words = String.valueOf(refused.getMessage());
            say(new Failed(Sentence.of(WriterService.class, "unwritten", words)));
        }
    }

    private void say(WriterLine line) {
        try {
            answers.println(line.json());
            answers.flush();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
