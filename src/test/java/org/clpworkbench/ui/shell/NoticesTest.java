package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Theme;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.ProblemStep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

@ExtendWith(ApplicationExtension.class)
class NoticesTest {
    private final StackPane root = new StackPane();
    private final Notices notices = new Notices();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    private Stage stage() {
        return (Stage) root.getScene().getWindow();
    }

    @AfterAll
    static void lightAgain() {
        Platform.runLater(() -> ThemeStyle.apply(Theme.LIGHT, ColorScheme.LIGHT, new StackPane()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void wordsStandOutInEveryTheme(Theme theme, FxRobot robot) {
        robot.interact(
                () -> {
                    ThemeStyle.apply(theme, ColorScheme.LIGHT, root);
                    notices.tell(stage(), Notice.news("", "done " + theme));
                });

        Label words = robot.lookup("done " + theme).queryAs(Label.class);
        double brightness = ((Color) words.getTextFill()).getBrightness();
        assertThat(brightness > 0.5).isEqualTo(theme == Theme.DARK);
    }

    @Test
    void tellsThatWorkFailedAndAClickLeadsToTheJobs(FxRobot robot) throws Exception {
        var opened = new AtomicInteger();
        try (var jobs = new Jobs()) {
            var ends = new EndNotices(jobs, notices, opened::incrementAndGet);
            var failed = FailedJob.snapshot("The disk is full.\nNothing was written.");
            robot.interact(() -> ends.tell(stage(), failed));
            Label why = robot.lookup(NoticesTest::isWhy).queryAs(Label.class);
            assertThat(why.getText()).endsWith("The disk is full.");
            robot.interact(() -> Event.fireEvent(why, click()));
        }
        assertThat(opened).hasValue(1);
        Notice told = notices.told().getFirst().notice();
        assertThat(told.title()).isEqualTo("Transfer by clp");
        assertThat(told.sentence()).endsWith("The disk is full.");
        assertThat(told.trouble()).isTrue();

        NoticeCard card = OnScreen.get(() -> NoticeCard.withSteps(notices.told().getFirst()));
        Parent steps = (Parent) card.getChildren().getLast();
        Button copy = (Button) steps.getChildrenUnmodifiable().getLast();
        assertThat(copy.getAccessibleText()).isEqualTo("Copy details: Transfer by clp");
        robot.interact(copy::fire);
        assertThat(copy.getText()).isEqualTo("Copied");
        robot.interact(
                () ->
                        assertThat(Clipboard.getSystemClipboard().getString())
                                .contains("Nothing was written.", "IOException"));
    }

    @Test
    void standAtOnceWhereTheSystemAsksForLessMotion(FxRobot robot) {
        var opened = new AtomicInteger();
        robot.interact(
                () -> {
                    root.getScene().getPreferences().setReducedMotion(true);
                    notices.tell(stage(), Notice.news("", "the older"));
                    notices.tell(
                            stage(),
                            Notice.trouble("", "the newer").leadingTo(opened::incrementAndGet));
                });
        Node older = still(robot, "the older");
        Node newer = still(robot, "the newer");
        double place = newer.getScene().getWindow().getY();
        double below = older.getScene().getWindow().getY();
        assertThat(below).isGreaterThanOrEqualTo(place + newer.getLayoutBounds().getHeight());
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
        assertThat(newer.getScene().getWindow().getY()).isEqualTo(place);
        assertThat(older.getScene().getWindow().getY()).isEqualTo(below);

        robot.interact(() -> Event.fireEvent(newer, click()));
        assertThat(opened).hasValue(1);
        assertThat(newer.getScene().getWindow().isShowing()).isFalse();
        assertThat(older.getScene().getWindow().getY()).isEqualTo(place);
    }

    /// The card of a notice that did not slide in.
    private static Node still(FxRobot robot, String words) {
        Node said = robot.lookup(words).query();
        assertThat(said.getParent().getStyleClass()).contains("still-notice");
        return said.getParent();
    }

    @Test
    void keepsWhatWentWrongUnexpectedly(FxRobot robot) {
        var now = new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));
        var faults = new FaultNotices(stage(), notices, now::get);
        var fault = new IllegalStateException("No such row.");
        ListAppender<ILoggingEvent> log = listen();
        try {
            faults.uncaughtException(Thread.currentThread(), fault);
            now.updateAndGet(then -> then.plusSeconds(59));
            faults.uncaughtException(Thread.currentThread(), fault);
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> assertThat(notices.told()).hasSize(1));
            now.updateAndGet(then -> then.plusSeconds(1));
            faults.uncaughtException(Thread.currentThread(), fault);
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> assertThat(notices.told()).hasSize(2));
        } finally {
            logger().detachAppender(log);
        }
        assertThat(log.list).hasSize(3).allMatch(NoticesTest::namesTheFault);
        Notice told = notices.told().getFirst().notice();
        assertThat(told.sentence()).startsWith("No such row.");
        assertThat(told.details().orElseThrow()).contains("keepsWhatWentWrongUnexpectedly");

        var asked = new AtomicInteger();
        root.addEventHandler(ProblemStep.SHOW_LOG, _ -> asked.incrementAndGet());
        robot.interact(told.clicked().orElseThrow());
        robot.interact(told.step().orElseThrow().action());
        assertThat(asked).hasValue(2);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(FaultNotices.class);
    }

    private static ListAppender<ILoggingEvent> listen() {
        var list = new ListAppender<ILoggingEvent>();
        list.start();
        logger().addAppender(list);
        return list;
    }

    private static boolean namesTheFault(ILoggingEvent event) {
        return event.getThrowableProxy() != null
                ? event.getThrowableProxy().getMessage().equals("No such row.")
                : event.getFormattedMessage().endsWith("No such row.");
    }

    @Test
    void keepsTheLastOnes() {
        IntStream.range(0, Notices.MOST + 5)
                .forEach(number -> notices.keep(Notice.news("", "told " + number)));
        assertThat(notices.told()).hasSize(Notices.MOST);
        assertThat(notices.told().getFirst().notice().sentence())
                .isEqualTo("told " + (Notices.MOST + 4));
    }

    private static boolean isWhy(Node node) {
        return node instanceof Label label && label.getText().endsWith("The disk is full.");
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null);
    }
}
