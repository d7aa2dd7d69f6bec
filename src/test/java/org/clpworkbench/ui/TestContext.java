package org.clpworkbench.ui;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Navigation;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a ViewModel is given, without a window: it remembers where the screen wanted to go.
public final class TestContext implements Navigation, AutoCloseable {
    private final Jobs jobs = new Jobs();
    private final List<ScreenName> opened = new CopyOnWriteArrayList<>();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final ScreenContext context;

    public TestContext(Path workspace) {
        context = new ScreenContext(new Workspace(workspace), jobs, new Pair(), this, dialogs);
    }

    public ScreenContext context() {
        return context;
    }

    public Pair pair() {
        return context.pair();
    }

    public ScriptedDialogs dialogs() {
        return dialogs;
    }

    public List<ScreenName> opened() {
        return opened;
    }

    @Override
    public void open(ScreenName screen) {
        opened.add(screen);
    }

    @Override
    public void showRuns(List<Path> runs, Optional<Path> baseline) {
        opened.add(ScreenName.TRAINING);
    }

    @Override
    public void useSettings(Path run) {
        opened.add(ScreenName.TRAINING);
    }

    @Override
    public void letWrite(List<Path> runs) {
        opened.add(ScreenName.GENERATE);
    }

    @Override
    public void close() {
        jobs.close();
    }
}
