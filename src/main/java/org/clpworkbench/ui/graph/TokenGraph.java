package org.clpworkbench.ui.graph;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.clpworkbench.job.Job;
import org.clpworkbench.settings.GraphSight;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.Palette.Ink;
import org.clpworkbench.ui.picture.SvgDrawing;
import org.clpworkbench.ui.picture.WrittenFiles;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Neighbourhoods drawn on a canvas: the token in the middle, a line is the wider the more alike
/// its ends are. By mouse: click to select, double click to expand, drag a token to pin it, drag
/// the plane to move it, turn the wheel to zoom. By keyboard: see {@link GraphKeys}.
public final class TokenGraph extends Pane {
    /// What the graph asks for; it changes nothing but the view by itself.
    public interface Wishes {
        void select(int id);

        /// Shows a token's neighbours, or hides them again.
        void toggle(int id);

        void lookAt(int id);

        void pin(int id, Place place);

        /// Lets a pinned token stand where the layout has it.
        void unpin(int id);
    }

    private static final double REACH = 16;
    private static final double STEP = 1.25;
    private static final double CAPTION_LINE = 16;
    private static final double CAPTION_MARGIN = 8;

    private final Palette palette = new Palette(this::changed);
    private final LabelWidths widths = new LabelWidths();
    private final GraphSheets sheets = new GraphSheets(palette, widths, () -> setNeedsLayout(true));
    private final Wishes wishes;
    private @Nullable DrawnGraph graph;
    private Map<Integer, Place> places = Map.of();
    private final ObjectProperty<Optional<GraphSight>> sight =
            new SimpleObjectProperty<>(Optional.empty());
    private Viewport view = Viewport.of(List.of(), 0, 0);
    private GraphLook look = new GraphLook(GraphLook.NONE, GraphLook.NONE, _ -> false);
    private int carried = GraphLook.NONE;

    public TokenGraph(Wishes wishes) {
        this.wishes = wishes;
        getStyleClass().add("token-graph");
        getChildren().addAll(sheets.nodes());
        getChildren().add(palette);
        sheets.fill(this);
        // what is moved aside does not lie on its neighbours
        var edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::resized);
        sight.addListener((_, _, now) -> seeAgain(now));
        setMinSize(220, 160);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        new GraphMouse(this, wishes);
        new GraphKeys(this, wishes);
    }

    /// Shows a graph, or nothing, which no key leads to, when it is null. With the same token in
    /// the middle the view stays where somebody moved it, or where nothing but pins is new; the
    /// first graph is seen as {@link #sight} has it.
    public void show(@Nullable DrawnGraph shown) {
        boolean keep = shown != null && keepsView(shown);
        graph = shown;
        setFocusTraversable(shown != null);
        places = shown == null ? Map.of() : shown.places();
        look = look.withHovered(GraphLook.NONE);
        carried = GraphLook.NONE;
        see(keep ? view : whole());
    }

    private boolean keepsView(DrawnGraph shown) {
        return graph == null
                ? view.moved()
                : graph.state().root() == shown.state().root()
                        && (view.moved() || sameTokens(graph, shown));
    }

    private static boolean sameTokens(DrawnGraph before, DrawnGraph now) {
        return before.state().layout() == now.state().layout()
                && Set.copyOf(before.places().keySet()).equals(now.places().keySet());
    }

    /// Marks the token that keys act on.
    public void select(int id) {
        look = look.withSelected(id);
        changed();
    }

    /// Rings the tokens whose label contains these words; none for no words.
    public void seek(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        look =
                look.withSought(
                        node ->
                                !wanted.isEmpty()
                                        && node.label().toLowerCase(Locale.ROOT).contains(wanted));
        changed();
    }

    /// The tokens around the middle that are ringed.
    public List<TokenNode> sought() {
        return graph == null
                ? List.of()
                : graph.picture().around().stream().filter(look.sought()).toList();
    }

    /// Where a token stands on the canvas, in pixels.
    public Optional<Point2D> locate(int id) {
        Place place = places.get(id);
        return place == null ? Optional.empty() : Optional.of(view.onArea(place));
    }

    public void zoomIn() {
        zoom(STEP, getWidth() / 2, getHeight() / 2);
    }

    public void zoomOut() {
        zoom(1 / STEP, getWidth() / 2, getHeight() / 2);
    }

    /// Brings everything into sight.
    public void fit() {
        see(whole());
    }

    private Viewport whole() {
        return Viewport.of(places.values(), getWidth(), getHeight());
    }

    private void see(Viewport next) {
        view = next;
        sight.set(view.sight());
        changed();
    }

    private void seeAgain(Optional<GraphSight> wanted) {
        if (!wanted.equals(view.sight())) {
            view =
                    wanted.map(seen -> Viewport.of(seen, getWidth(), getHeight()))
                            .orElseGet(this::whole);
            changed();
        }
    }

    /// The part of the plane that somebody zoomed or moved to; empty where all of it is seen.
    public ObjectProperty<Optional<GraphSight>> sight() {
        return sight;
    }

    /// Pins a token where it stands, or lets go of it.
    public void pinOrUnpin(TokenNode node) {
        if (node.pinned()) {
            wishes.unpin(node.id());
        } else {
            pin(node, Point2D.ZERO);
        }
    }

    /// Pins a token some pixels from where it stands.
    void pin(TokenNode node, Point2D by) {
        locate(node.id())
                .map(by::add)
                .map(at -> placeAt(at.getX(), at.getY()))
                .ifPresent(
                        place -> {
                            carry(node.id(), place); // the next press begins there already
                            wishes.pin(node.id(), place);
                        });
    }

    /// How many times larger than the whole it is shown.
    public double zoom() {
        return view.zoom();
    }

    /// Takes a picture of the graph as it stands there, for a job to make a file of.
    ///
    /// @param title of the SVG picture
    /// @param caption below the graph; none where it is empty
    public Job<byte[]> picture(boolean svg, String title, String caption) {
        List<String> lines =
                widths.lines(caption, GraphPainter.LABEL, getWidth() - 2 * CAPTION_MARGIN);
        return svg ? svgPicture(title, lines) : pngPicture(lines);
    }

    private Job<byte[]> svgPicture(String title, List<String> caption) {
        double height = getHeight() + below(caption);
        var drawing = new SvgDrawing(getWidth(), height, title, "Noto Sans Mono, monospace");
        paint(new SvgPen(drawing), caption);
        String text = drawing.finished();
        return _ -> text.getBytes(StandardCharsets.UTF_8);
    }

    /// Painted anew twice as large as on the screen.
    private Job<byte[]> pngPicture(List<String> caption) {
        var large = new Canvas(2 * getWidth(), 2 * (getHeight() + below(caption)));
        large.getGraphicsContext2D().scale(2, 2);
        paint(new CanvasPen(large.getGraphicsContext2D()), caption);
        return WrittenFiles.png(large.snapshot(new SnapshotParameters(), null));
    }

    /// How much room a caption takes.
    private static double below(List<String> caption) {
        return caption.isEmpty() ? 0 : caption.size() * CAPTION_LINE + CAPTION_MARGIN;
    }

    private void paint(GraphPen pen, List<String> caption) {
        Color paper = palette.color(Ink.BACKGROUND);
        pen.box(new Rectangle2D(0, 0, getWidth(), getHeight()), 0, paper);
        if (graph != null && getWidth() > 0) {
            GraphLook plain = look.withHovered(GraphLook.NONE).withSelected(GraphLook.NONE);
            new GraphPainter(pen, palette, view, widths, plain).paint(graph.picture(), places);
        }
        if (caption.isEmpty()) {
            return;
        }
        // over what of the graph is out of sight on the screen
        pen.box(new Rectangle2D(0, getHeight(), getWidth(), below(caption)), 0, paper);
        for (int line = 0; line < caption.size(); line++) {
            double middle = getHeight() + (line + 0.5) * CAPTION_LINE;
            pen.words(
                    caption.get(line),
                    new Point2D(CAPTION_MARGIN, middle),
                    GraphPainter.LABEL,
                    palette.color(Ink.MUTED));
        }
    }

    void zoom(double factor, double x, double y) {
        if (graph != null) {
            move(view.zoomed(factor, x, y));
        }
    }

    void pan(double dx, double dy) {
        if (graph != null) {
            move(view.panned(dx, dy));
        }
    }

    /// What is painted is moved; it is painted anew when it rests.
    private void move(Viewport next) {
        view = next;
        sight.set(view.sight());
        sheets.moved(view);
    }

    void hover(int id) {
        if (id != look.hovered()) {
            look = look.withHovered(id);
            setCursor(id < 0 ? Cursor.DEFAULT : Cursor.HAND);
            sheets.pointed();
        }
    }

    /// Draws a token elsewhere while it is dragged.
    void carry(int id, Place place) {
        var next = new HashMap<>(places);
        next.put(id, place);
        places = next;
        if (carried == id) {
            sheets.pointed();
        } else {
            carried = id;
            changed();
        }
    }

    Place placeAt(double x, double y) {
        return view.placeAt(x, y);
    }

    Optional<TokenNode> selected() {
        if (graph == null) {
            return Optional.empty();
        }
        TokenPicture picture = graph.picture();
        return Optional.of(picture.node(look.selected()).orElse(picture.centre()));
    }

    List<TokenNode> nodes() {
        return graph == null ? List.of() : graph.picture().nodes();
    }

    /// The token whose shape is nearest to a point, if one is near.
    Optional<TokenNode> at(double x, double y) {
        var point = new Point2D(x, y);
        return nodes().stream()
                .filter(node -> distance(node, point) < REACH)
                .min(Comparator.comparingDouble(node -> distance(node, point)));
    }

    private double distance(TokenNode node, Point2D point) {
        return locate(node.id()).map(point::distance).orElse(Double.MAX_VALUE);
    }

    private void resized() {
        see(view.sized(getWidth(), getHeight()));
    }

    private void changed() {
        sheets.changed();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        sheets.paint(
                graph == null || getWidth() <= 0
                        ? Optional.empty()
                        : Optional.of(
                                new GraphSheets.Shown(
                                        graph.picture(), places, view, look, carried)));
    }
}
