package dev.muster.ui.teach;

import dev.muster.catalog.WindowsBuild;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/// The releases of Windows Server as bars from their first day to their last, by the catalogue; its width is the
/// page's.
final class Timeline extends Pane {

    private static final double NAME = 120;
    private static final double ROW = 26;
    private static final double BAR = 16;

    private final List<WindowsBuild> releases;
    private final LocalDate today;
    private final LocalDate first;
    private final LocalDate last;
    private final List<Label> names = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final List<Label> years = new ArrayList<>();
    private final Line now = new Line();
    private final Label nowLabel;

    Timeline(List<WindowsBuild> releases, LocalDate today, Words words) {
        this.releases = releases;
        this.today = today;
        first = releases.stream()
                .map(Timeline::begin)
                .min(LocalDate::compareTo)
                .orElse(today)
                .withDayOfYear(1);
        last = releases.stream()
                .map(Timeline::end)
                .max(LocalDate::compareTo)
                .orElse(today)
                .plusYears(1);
        for (var release : releases) {
            names.add(Parts.label(release.name() + " · " + release.build(), Styles.AS_IS, Styles.NOTE));
            var bar = new Region();
            bar.getStyleClass().addAll("drawn-bar", release.channel() == WindowsBuild.Channel.LTSC ? "long" : "short");
            bars.add(bar);
            var spoken = words.of(
                    TeachWords.DRAW_RELEASE,
                    release.title(),
                    begin(release).toString(),
                    end(release).toString());
            bar.setAccessibleText(spoken);
            javafx.scene.control.Tooltip.install(bar, new javafx.scene.control.Tooltip(spoken));
        }
        for (var year = first.getYear(); year <= last.getYear(); year += 2) {
            years.add(Parts.label(String.valueOf(year), Styles.NOTE, Styles.AS_IS));
        }
        now.getStyleClass().add("drawn-now");
        nowLabel = Parts.label(words.of(TeachWords.DRAW_TODAY), Styles.NOTE);
        var keys = Parts.row(
                "chips", key("long", words.of(TeachWords.DRAW_LTSC)), key("short", words.of(TeachWords.DRAW_SAC)));
        keys.setId("timeline-keys");
        getChildren().addAll(years);
        getChildren().addAll(names);
        getChildren().addAll(bars);
        getChildren().addAll(now, nowLabel, keys);
        setPrefHeight(ROW * (releases.size() + 2) + 8);
        setMinHeight(USE_PREF_SIZE);
    }

    private static Label key(String style, String text) {
        var square = new Region();
        square.getStyleClass().addAll("drawn-bar", style);
        square.setMinSize(24, 10);
        var key = Parts.label(text, Styles.NOTE);
        key.setGraphic(square);
        return key;
    }

    private static LocalDate begin(WindowsBuild release) {
        var begin = release.available();
        return begin == null ? LocalDate.EPOCH : begin;
    }

    private static LocalDate end(WindowsBuild release) {
        return release.end().orElse(LocalDate.EPOCH);
    }

    private double at(LocalDate day) {
        var share = (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
        return NAME + share * (getWidth() - NAME - 20);
    }

    @Override
    protected void layoutChildren() {
        for (var label : years) {
            label.autosize();
            label.relocate(at(LocalDate.of(Integer.parseInt(label.getText()), 1, 1)), 0);
        }
        for (var row = 0; row < releases.size(); row++) {
            var y = ROW * (row + 1);
            var release = releases.get(row);
            names.get(row).autosize();
            names.get(row).relocate(0, y);
            var from = at(begin(release));
            bars.get(row).resizeRelocate(from, y + 1, at(end(release)) - from, BAR);
        }
        var x = at(today);
        now.setStartX(x);
        now.setEndX(x);
        now.setStartY(ROW - 6);
        now.setEndY(ROW * (releases.size() + 1));
        nowLabel.autosize();
        nowLabel.relocate(x + 4, ROW * (releases.size() + 1) - 10);
        var keys = lookup("#timeline-keys");
        keys.autosize();
        keys.relocate(NAME, ROW * (releases.size() + 1) + 4);
    }
}
