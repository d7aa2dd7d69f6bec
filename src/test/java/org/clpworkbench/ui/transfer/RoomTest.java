package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.transfer.CrossLingualTransfer;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.TransferPlan;
import org.clpworkbench.transfer.TransferSpec;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.transfer.Planning.Answer.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// What a plan says where disk or memory are too small for it.
class RoomTest extends OpenedTransfer {
    /// What is said to be free on the disk.
    private final AtomicLong free = new AtomicLong(1000);

    private TransferPlan plan(TransferSpec spec, Progress progress) throws IOException {
        TransferPlan real = CrossLingualTransfer.plan(spec, progress);
        return new TransferPlan(
                real.method(),
                real.anchors(),
                real.specials(),
                real.missing(),
                real.drawn(),
                real.rows(),
                real.padding(),
                real.width(),
                real.vocabularyTensors(),
                real.copiedTensors(),
                real.drawnTensors(),
                real.outputBytes(),
                real.memoryBytes(),
                free.get(),
                real.effort());
    }

    @BeforeEach
    void openOnASmallDisk() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        var context = new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
        viewModel = OnScreen.get(() -> new TransferViewModel(context, settings, this::plan));
        scene = OnScreen.get(() -> OnScreen.show(new TransferView(viewModel).root(), 980, 640));
        choose(demo.helper());
    }

    @Test
    void refusesAPlanThatTheDiskHasNoRoomForUntilThereIs() throws Exception {
        OnScreen.await(() -> person.sees("#problem"));
        assertThat(person.text("#problem"))
                .startsWith(new Workspace(folder).models().toString())
                .contains("but only 1,000 are free there; make room");
        assertThat(OnScreen.get(() -> node("#transfer").isDisabled())).isTrue();
        assertThat(person.text("#answer")).isEqualTo("This transfer cannot be done as it stands.");
        assertThat(viewModel.lines()).extracting(ReportFigure::name).contains("Disk");
        person.type("#seed", "7");
        assertThat(person.sees("#problem")).isTrue();
        assertThat(viewModel.ready().get()).isFalse();

        free.set(Long.MAX_VALUE);
        person.click("#lookAgain");
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(person.sees("#problem")).isFalse();
        assertThat(person.sees("#lookAgain")).isFalse();
    }

    @Test
    void warnsWhereItNeedsMoreMemoryThanIsFree() throws Exception {
        var spec = TransferSpec.of(demo.source(), demo.helper(), folder.resolve("out"), "clp", 1);
        TransferPlan plan = plan(spec, Progress.unwatched());
        assertThat(memory(plan, plan.memoryBytes()).warns()).isFalse();
        ReportFigure much = memory(plan, plan.memoryBytes() - 1);
        assertThat(much.warns()).isTrue();
        assertThat(much.meaning()).startsWith("More than is free");
    }

    private static ReportFigure memory(TransferPlan plan, long free) {
        var planned = new Planned(plan, Optional.empty(), Duration.ZERO, free);
        var lines = new TransferFigures().of(planned, Recipe.of("clp"));
        return lines.stream()
                .filter(line -> line.name().equals("Memory"))
                .findFirst()
                .orElseThrow();
    }
}
