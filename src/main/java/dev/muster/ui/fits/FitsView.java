package dev.muster.ui.fits;

import dev.muster.assess.Finding;
import dev.muster.assess.Severity;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The page *What fits*, whole.
public final class FitsView extends VBox {

    /// Findings drawn at once; the filter finds the others.
    private static final int MOST = 200;

    private final FitsModel model;
    private final Words words;
    private final Label sentence = Parts.wrapped("", Styles.SENTENCE);
    private final Map<Group, ToggleButton> groups = new EnumMap<>(Group.class);
    private final VBox list = new VBox();
    private final Map<Arrangement, ToggleButton> arrangements = new EnumMap<>(Arrangement.class);
    private final SectionPane sections;
    private List<Finding> drawn = List.of();

    public FitsView(FitsModel model, MeshModel mesh, MatrixModel matrix, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        list.setId(Ids.FITS_LIST);
        list.getStyleClass().add(Styles.INNER);
        var title = Parts.label(words.of(UiWords.FITS_TITLE), Styles.TITLE);
        title.setId(Ids.PAGE_TITLE);
        sections = new SectionPane(model, words);
        var tools = tools();
        VBox.setVgrow(list, Priority.ALWAYS);
        var table = new MatrixCard(matrix, model::openMatrix, words);
        var network = new MeshCard(mesh, words);
        var none = none();
        ties.when(
                () -> {
                    paint(tools, none, table);
                    table.fill();
                    network.fill();
                },
                model.changes());
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.FITS_HELP);
        var found = new HBox(sections, list);
        found.getStyleClass().add("two-columns");
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        getChildren().setAll(new VBox(title, sentence), tools, none, found, network, table);
    }

    private VBox tools() {
        var chips = Parts.row("chips");
        for (var group : Group.values()) {
            var toggle = new ToggleButton();
            toggle.setId(Ids.FITS_SHOW + group.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            toggle.getStyleClass().addAll("badge-toggle", group.sign().style());
            toggle.setGraphic(Parts.icon(group.sign()));
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setOnAction(_ -> model.show(group, toggle.isSelected()));
            groups.put(group, toggle);
            chips.getChildren().add(toggle);
        }
        var views = Parts.row("chips");
        for (var one : Arrangement.values()) {
            var toggle = new ToggleButton(words.of(one.word()));
            toggle.setId(Ids.FITS_VIEW + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            toggle.getStyleClass().add(Styles.CHIP);
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setOnAction(_ -> {
                model.arrange(one);
                toggle.setSelected(true);
            });
            arrangements.put(one, toggle);
            views.getChildren().add(toggle);
        }
        var filter = new TextField();
        filter.setId(Ids.FITS_FILTER);
        filter.getStyleClass().addAll("finder", "small-field");
        filter.setPromptText(words.of(UiWords.FITS_FILTER));
        filter.setAccessibleText(words.of(UiWords.FITS_FILTER));
        filter.setPrefColumnCount(16);
        filter.textProperty().subscribe((_, now) -> model.filter(now));
        var again = Parts.small(Ids.FITS_AGAIN, words.of(UiWords.FITS_AGAIN), model::reachAgain);
        var tools = new VBox(Parts.row(Styles.ACTIONS, views, Parts.gap(), severity(), filter, again), chips);
        tools.getStyleClass().add("fits-tools");
        return tools;
    }

    private ComboBox<UiWords> severity() {
        var severities = new LinkedHashMap<UiWords, Optional<Severity>>();
        severities.put(UiWords.FITS_SEVERITY_ALL, Optional.empty());
        severities.put(UiWords.FITS_SEVERITY_HARD, Optional.of(Severity.HARD));
        severities.put(UiWords.FITS_SEVERITY_SOFT, Optional.of(Severity.SOFT));
        severities.put(UiWords.FITS_SEVERITY_INFO, Optional.of(Severity.INFO));
        var choice = new ComboBox<UiWords>();
        choice.setId(Ids.FITS_SEVERITY);
        choice.getStyleClass().add("small-field");
        choice.setAccessibleText(words.of(UiWords.FITS_SEVERITY));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(UiWords word) {
                return word == null ? "" : words.of(word);
            }

            @Override
            public UiWords fromString(String text) {
                return UiWords.FITS_SEVERITY_ALL;
            }
        });
        choice.getItems().setAll(severities.keySet());
        choice.setValue(severities.entrySet().stream()
                .filter(entry -> entry.getValue().equals(model.severity()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UiWords.FITS_SEVERITY_ALL));
        choice.setMinWidth(140);
        choice.setOnAction(_ -> model.severity(severities.getOrDefault(choice.getValue(), Optional.empty())));
        return choice;
    }

    private Node none() {
        var none = new VBox(
                Parts.label(words.of(UiWords.FITS_NONE), Styles.STRONG),
                Parts.wrapped(words.of(UiWords.FITS_NONE_WHAT), Styles.MUTED));
        none.getStyleClass().add(Styles.EMPTY);
        return none;
    }

    private void paint(Node tools, Node none, Node table) {
        show(none, !model.begun());
        for (var part : List.of(tools, list, table)) {
            show(part, model.begun());
        }
        var one = model.arrangement() == Arrangement.ALL;
        show(table, model.begun() && one);
        arrangements.forEach((arrangement, toggle) -> toggle.setSelected(model.arrangement() == arrangement));
        sentence.setText(
                !model.begun()
                        ? ""
                        : words.of(model.working() ? UiWords.text(UiWords.FITS_WORKING) : model.sentence()));
        groups.forEach((group, toggle) -> {
            toggle.setText(words.of(group.words(), model.count(group)));
            toggle.setSelected(model.shows(group));
            toggle.setVisible(model.count(group) > 0 && one);
            toggle.setManaged(toggle.isVisible());
        });
        sections.fill(model.sections(words::of));
        show(sections, model.begun() && !one);
        var findings = model.findings(words::of);
        var most = findings.subList(0, Math.min(MOST, findings.size()));
        if (!most.equals(drawn) || list.getChildren().isEmpty()) {
            drawn = List.copyOf(most);
            list.getChildren()
                    .setAll(drawn.stream()
                            .map(finding -> (Node) new FindingRow(model, finding, words))
                            .toList());
            if (findings.size() > MOST) {
                list.getChildren().add(Parts.wrapped(words.of(UiWords.FITS_MORE, MOST, findings.size()), Styles.MUTED));
            }
            if (drawn.isEmpty()) {
                list.getChildren()
                        .setAll(
                                model.filtered()
                                        ? Parts.label(words.of(UiWords.FITS_NO_MATCH), Styles.MUTED)
                                        : Parts.signed(Sign.FITS, words.of(UiWords.FITS_STOPS, 0), Styles.STRONG));
            }
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
