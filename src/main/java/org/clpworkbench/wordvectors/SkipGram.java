package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Skip-gram with negative sampling (Mikolov et al. 2013) on several threads, with the same bits on
/// any number of them. The pairs of a stretch of text are sorted by the block of their input row
/// and the block of their output row. In round r input block i meets output block i + r, negatives
/// drawn from that block too: no row is touched by two threads, so nothing depends on who is
/// faster. Every step still sees all steps before it, as on one thread.
final class SkipGram {
    private static final int STRETCHES = 64;
    private static final int SHORTEST_STRETCH = 1 << 8;
    private static final int LONGEST_STRETCH = 1 << 16;

    /// A cancelled job stops within so many pairs, each some microseconds.
    private static final int PAIRS_BETWEEN_LOOKS = 1 << 10;

    private final Partition partition;
    private final VectorSpec spec;
    private final Progress progress;
    private final PairBuffer pairs;
    private final Negatives[] negatives;
    private final float[][] inputs;
    private final float[][] outputs;

    private SkipGram(Partition partition, VectorSpec spec, Progress progress) {
        this.partition = partition;
        this.spec = spec;
        this.progress = progress;
        pairs = new PairBuffer(partition);
        negatives = new Negatives[partition.blocks()];
        for (int block = 0; block < negatives.length; block++) {
            negatives[block] = new Negatives(partition, block);
        }
        inputs = new float[partition.rows()][spec.dimensions()];
        outputs = new float[partition.rows()][spec.dimensions()];
        for (int row = 0; row < inputs.length; row++) {
            var random = random(0, partition.idOf(row));
            for (int at = 0; at < spec.dimensions(); at++) {
                inputs[row][at] = (float) ((2 * random.nextDouble() - 1) / spec.dimensions());
            }
        }
    }

    /// The input vectors, by row of `partition`.
    static float[][] train(
            TokenSpool spool, Partition partition, VectorSpec spec, int threads, Progress progress)
            throws IOException, InterruptedException {
        if (partition.rows() == 0) {
            return new float[0][];
        }
        var training = new SkipGram(partition, spec, progress);
        try (var pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("vectors-", 0).factory())) {
            training.run(spool, pool);
        }
        return training.inputs;
    }

    private void run(TokenSpool spool, ExecutorService pool)
            throws IOException, InterruptedException {
        long total = spool.size() * spec.epochs();
        long stretch = Math.clamp(total / STRETCHES, SHORTEST_STRETCH, LONGEST_STRETCH);
        long number = 0;
        for (int epoch = 0; epoch < spec.epochs(); epoch++) {
            long before = epoch * spool.size();
            try (var contexts = new Contexts(spool, partition, spec, random(1, epoch))) {
                while (!contexts.ended()) {
                    long done = before + contexts.read();
                    progress.update(done, total, "tokens");
                    pairs.clear();
                    while (!contexts.ended() && before + contexts.read() < done + stretch) {
                        contexts.next(pairs);
                        progress.checkCancelled();
                    }
                    float rate = (float) (spec.learningRate() * (1 - (double) done / total));
                    learn(pool, number++, rate);
                }
            }
        }
        progress.update(total, total, "tokens");
    }

    private void learn(ExecutorService pool, long stretch, float rate) throws InterruptedException {
        pairs.sort();
        int blocks = partition.blocks();
        for (int round = 0; round < blocks; round++) {
            List<Callable<Void>> cells = new ArrayList<>();
            for (int block = 0; block < blocks; block++) {
                int input = block;
                int output = (block + round) % blocks;
                cells.add(
                        () -> {
                            learn(input, output, stretch, rate);
                            return null;
                        });
            }
            for (Future<Void> cell : pool.invokeAll(cells)) {
                finished(cell);
            }
            progress.checkCancelled();
        }
    }

    private static void finished(Future<Void> cell) throws InterruptedException {
        try {
            cell.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Training vectors failed.", failure.getCause());
        }
    }

    private void learn(int inputBlock, int outputBlock, long stretch, float rate) {
        int cell = pairs.cell(inputBlock, outputBlock);
        var random = random(2 + stretch, cell);
        var sampling = new NegativeSampling(spec.dimensions(), 1 + spec.negatives());
        float[][] drawn = new float[1 + spec.negatives()][];
        for (int at = pairs.begin(cell); at < pairs.end(cell); at++) {
            if (at % PAIRS_BETWEEN_LOOKS == 0 && progress.cancelled()) {
                return;
            }
            int seen = pairs.output(at);
            drawn[0] = outputs[seen];
            int count = 1;
            for (int negative = 0; negative < spec.negatives(); negative++) {
                int row = negatives[outputBlock].draw(random);
                if (row != seen) {
                    drawn[count++] = outputs[row];
                }
            }
            sampling.step(inputs[pairs.input(at)], drawn, count, rate);
        }
    }

    /// Depends on the seed and on what is drawn for, not on the order of work.
    private SplittableRandom random(long purpose, long number) {
        return new SplittableRandom(mixed(mixed(mixed(spec.seed()) + purpose) + number));
    }

    /// Spreads a number over all bits: seeds that lie a fixed distance apart would give one and the
    /// same sequence, shifted.
    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }
}
