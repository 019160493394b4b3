package dev.muster.ui.settings;

import dev.muster.ui.kit.Card;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.FieldRows;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Ties;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The page *Settings*, whole.
public final class SettingsView extends VBox {

    private final SettingsModel model;
    private final Words words;
    private final Ties ties;

    public SettingsView(SettingsModel model, Words words, Ties ties) {
        this.model = model;
        this.words = words;
        this.ties = ties;
        getStyleClass().add(Styles.PAGE);
        Explained.by(this, UiWords.SETTINGS_HELP);
        var pasting = List.of(
                Parts.heading(words.of(UiWords.SETTINGS_TITLE), words.of(UiWords.SETTINGS_SENTENCE)),
                new CommandCard(model, words, ties),
                reads());
        var asking = Parts.heading(words.of(UiWords.SETTINGS_TITLE), words.of(UiWords.SETTINGS_ASKED));
        getChildren().setAll(asking);
        getChildren().addAll(pasting);
        getChildren().add(cluster());
        ties.when(
                () -> {
                    show(asking, model.isAsked());
                    pasting.forEach(part -> show(part, !model.isAsked()));
                },
                model.changes());
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private Card reads() {
        var card = new Card(words.of(UiWords.SETTINGS_READ));
        ties.when(() -> card.padded(readRows()), model.changes());
        return card;
    }

    private Node readRows() {
        var reads = model.reads();
        if (reads.isEmpty()) {
            return Parts.wrapped(words.of(UiWords.SETTINGS_READ_NOTHING), Styles.MUTED);
        }
        var rows = new FieldRows(words);
        for (var read : reads) {
            var value = Parts.wrapped(words.of(read.value()));
            value.getStyleClass().add(read.mono() ? Styles.MONO : Styles.STRONG);
            var note = Parts.signed(read.sign(), words.of(read.note()), Styles.NOTE);
            note.setWrapText(true);
            rows.fact(words.of(read.name()), value, note);
        }
        return rows;
    }

    private Card cluster() {
        var name = new TextField();
        name.setId(Ids.SETUP_NAME);
        Explained.by(name, UiWords.SETTINGS_NAME_HELP);
        name.textProperty().subscribe((_, now) -> model.name(now));

        var version = new TextField();
        version.setId(Ids.SETTINGS_VERSION);
        version.setPromptText("v2.15.0");
        version.textProperty().subscribe((_, now) -> model.version(now));
        Explained.by(version, UiWords.SETTINGS_VERSION_HELP);

        var kubernetes = new ComboBox<String>();
        kubernetes.setId(Ids.KUBERNETES);
        kubernetes.setEditable(true);
        kubernetes.setPromptText(words.of(UiWords.SETTINGS_KUBERNETES_DEFAULT));
        kubernetes.getEditor().textProperty().subscribe((_, now) -> model.kubernetes(now));
        Explained.by(kubernetes, UiWords.SETTINGS_KUBERNETES_HELP);

        var network = new ComboBox<String>();
        network.setId(Ids.NETWORK);
        network.getItems().setAll(SettingsModel.NETWORKS);
        network.setConverter(new NetworkNames(words));
        network.valueProperty().subscribe((_, now) -> {
            if (now != null) {
                model.network(now);
            }
        });
        Explained.by(network, UiWords.SETTINGS_NETWORK_HELP);

        var rows = new FieldRows(words);
        var nameNote = rows.field(words.of(UiWords.SETTINGS_NAME), name, words.of(UiWords.SETTINGS_NAME_NOTE));
        var versionRows = new FieldRows(words);
        var versionNote =
                versionRows.field(words.of(UiWords.SETTINGS_VERSION), version, words.of(UiWords.SETTINGS_VERSION_NOTE));
        var kubernetesNote = rows.field(
                words.of(UiWords.SETTINGS_KUBERNETES), kubernetes, words.of(UiWords.SETTINGS_KUBERNETES_NOTE));
        rows.field(words.of(UiWords.SETTINGS_NETWORK), network, words.of(UiWords.SETTINGS_NETWORK_NOTE));
        ties.when(
                () -> {
                    if (!name.getText().equals(model.name())) {
                        name.setText(model.name());
                    }
                    show(versionRows, model.wantsVersion());
                    if (!version.getText().strip().equals(model.version())) {
                        version.setText(model.version());
                    }
                    versionNote.show(model.fault("rancher.version"));
                    var choices = model.kubernetesChoices();
                    if (!kubernetes.getItems().equals(choices)) {
                        kubernetes.getItems().setAll(choices);
                    }
                    if (!kubernetes.getEditor().getText().strip().equals(model.kubernetes())) {
                        kubernetes.getEditor().setText(model.kubernetes());
                    }
                    network.setValue(model.network());
                    nameNote.show(model.fault("name"));
                    kubernetesNote.show(model.fault("cluster.kubernetes"));
                },
                model.changes());
        return new Card(words.of(UiWords.SETTINGS_CLUSTER)).padded(versionRows, rows);
    }

    /// The networks' names as people say them.
    private static final class NetworkNames extends StringConverter<String> {

        private final Words words;

        private NetworkNames(Words words) {
            this.words = words;
        }

        @Override
        public String toString(String network) {
            return network == null
                    ? ""
                    : words.of(UiWords.valueOf(
                            "NETWORK_" + network.toUpperCase(Locale.ROOT).replace('-', '_')));
        }

        @Override
        public String fromString(String shown) {
            return shown;
        }
    }
}
