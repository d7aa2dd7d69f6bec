package org.clpworkbench.run.export;

import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run's figures as TensorBoard's event file: framed records (see {@link RecordWriter}) of
/// protocol buffers. TensorFlow's `event.proto` and `summary.proto` give the fields' numbers.
final class EventFile {
    private static final String VERSION = "brain.Event:2";

    /// Of an `Event`.
    private static final int WALL_TIME = 1;

    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;

    /// Of a `Summary`, and of a `Summary.Value`.
    private static final int VALUE = 1;

    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;

    private EventFile() {}

    /// The file's name. TensorBoard reads all event files of a folder as one run: a run that is
    /// exported again must get the name that it had.
    static String name(List<RunEvent> events) {
        return "events.out.tfevents.%010d.clp-workbench".formatted(begin(events).getEpochSecond());
    }

    static void write(List<RunEvent> events, OutputStream out) throws IOException {
        var records = new RecordWriter(out);
        records.write(
                new ProtocolBuffer()
                        .put(WALL_TIME, seconds(begin(events)))
                        .put(FILE_VERSION, VERSION));
        for (RunEvent event : events) {
            Map<String, Double> figures = figures(event);
            if (!figures.isEmpty()) {
                records.write(
                        new ProtocolBuffer()
                                .put(WALL_TIME, seconds(event.time()))
                                .put(STEP, event.step())
                                .put(SUMMARY, summary(figures)));
            }
        }
    }

    private static ProtocolBuffer summary(Map<String, Double> figures) {
        var summary = new ProtocolBuffer();
        figures.forEach(
                (tag, figure) ->
                        summary.put(
                                VALUE,
                                new ProtocolBuffer()
                                        .put(TAG, tag)
                                        .put(SIMPLE_VALUE, figure.floatValue())));
        return summary;
    }

    private static Map<String, Double> figures(RunEvent event) {
        var figures = new LinkedHashMap<String, Double>();
        switch (event) {
            case RunEvent.Step step -> {
                figures.put("loss/training", step.loss());
                figures.put("optimizer/learning_rate", step.learningRate());
                figures.put("optimizer/gradient_norm", step.gradientNorm());
                figures.put("progress/tokens", (double) step.tokens());
                figures.put("progress/tokens_per_second", step.tokensPerSecond());
            }
            case RunEvent.Evaluated evaluated -> {
                figures.put("loss/validation", evaluated.loss());
                figures.put("loss/bits_per_byte", evaluated.bitsPerByte());
            }
            case RunEvent.Started _,
                    RunEvent.Sample _,
                    RunEvent.Checkpointed _,
                    RunEvent.Paused _,
                    RunEvent.Ended _ -> {}
        }
        return figures;
    }

    private static Instant begin(List<RunEvent> events) {
        return events.isEmpty() ? Instant.EPOCH : events.getFirst().time();
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }
}
