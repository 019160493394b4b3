package dev.muster.ui.hosts;

import dev.muster.setup.Os;
import dev.muster.ui.kit.Explained;
import dev.muster.ui.kit.Ids;
import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.UiWords;
import dev.muster.ui.kit.Words;
import dev.muster.ui.work.HostForm;
import dev.muster.ui.work.WayForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// How the selected hosts are reached: their system, and for Windows the way, the sign-in, and HTTP by a tick.
final class WayFields {

    /// The library signs in with these; a file may name others, and is told so.
    private static final List<String> AUTHS = List.of("ntlm", "kerberos", "basic");

    private final HostsModel model;
    private final Words words;
    private final Map<Os, ToggleButton> systems;
    private final HBox os;
    private final ToggleButton winrm;
    private final ToggleButton ssh;
    private final HBox connect;
    private final ComboBox<String> auth = new ComboBox<>();
    private final CheckBox http;
    private final Label warning;
    private final HBox insecure;

    /// @param edit changes the selected hosts, unless they are being shown just now
    WayFields(HostsModel model, Words words, Consumer<UnaryOperator<HostForm>> edit) {
        this.model = model;
        this.words = words;
        var linux = chip(Ids.HOST_OS + "linux", UiWords.OS_LINUX, () -> edit.accept(it -> it.withOs(Os.LINUX)));
        var windows = chip(Ids.HOST_OS + "windows", UiWords.OS_WINDOWS, () -> edit.accept(it -> it.withOs(Os.WINDOWS)));
        systems = Map.of(Os.LINUX, linux, Os.WINDOWS, windows);
        os = Parts.row("chips", linux, windows);
        Explained.by(os, UiWords.HOST_OS_HELP);
        winrm = chip(Ids.HOST_CONNECT + "winrm", UiWords.WAY_WINRM, () -> edit.accept(it -> it.withWay(WayForm.WINRM)));
        ssh = chip(Ids.HOST_CONNECT + "ssh", UiWords.WAY_SSH, () -> edit.accept(it -> it.withWay(WayForm.SSH)));
        connect = Parts.row("chips", winrm, ssh);
        Explained.by(connect, UiWords.HOST_CONNECT_HELP);
        auth.setId(Ids.HOST_AUTH);
        auth.setMaxWidth(Double.MAX_VALUE);
        auth.setAccessibleText(words.of(UiWords.HOST_AUTH));
        auth.setConverter(new AuthNames());
        Explained.by(auth, UiWords.HOST_AUTH_HELP);
        auth.valueProperty().subscribe((_, now) -> {
            if (now != null) {
                edit.accept(it -> it.withWay(it.way().withAuth(now)));
            }
        });
        http = new CheckBox(words.of(UiWords.HOST_HTTP));
        http.setId(Ids.HOST_HTTP);
        Explained.by(http, UiWords.HOST_HTTP_WARNING);
        http.setMinWidth(HBox.USE_PREF_SIZE);
        warning = Parts.wrapped(words.of(UiWords.HOST_HTTP_WARNING), Styles.NOTE);
        http.setAccessibleHelp(warning.getText());
        http.selectedProperty()
                .subscribe((_, now) -> edit.accept(it -> it.withWay(it.way().withHttps(!now))));
        insecure = Parts.row("chips", http, warning);
    }

    private ToggleButton chip(String id, UiWords key, Runnable chosen) {
        var chip = new ToggleButton(words.of(key));
        chip.setId(id);
        chip.getStyleClass().add(Styles.CHIP);
        chip.setOnAction(_ -> {
            // one of two always holds: pressing it again takes nothing away
            chip.setSelected(true);
            chosen.run();
        });
        return chip;
    }

    Node os() {
        return os;
    }

    Node connect() {
        return connect;
    }

    ComboBox<String> auth() {
        return auth;
    }

    Node http() {
        return insecure;
    }

    void fill() {
        var system = model.common(HostForm::os);
        systems.forEach((of, chip) -> chip.setSelected(system.filter(of::equals).isPresent()));
        var windows = system.filter(it -> it == Os.WINDOWS).isPresent();
        show(connect, windows);
        var overWinRm = model.common(host -> host.way().winrm());
        winrm.setSelected(overWinRm.orElse(false));
        ssh.setSelected(!overWinRm.orElse(true));
        var all = windows && overWinRm.orElse(false);
        show(auth, all);
        show(insecure, all);
        var clear = model.common(host -> !host.way().https());
        http.setIndeterminate(clear.isEmpty());
        http.setSelected(clear.orElse(false));
        warning.setGraphic(clear.orElse(false) ? Parts.icon(Sign.WARNS) : null);
        warning.getStyleClass().remove(Styles.WARNING);
        if (clear.orElse(false)) {
            warning.getStyleClass().add(Styles.WARNING);
        }
        var wanted = model.common(host -> host.way().auth());
        var choices = new ArrayList<>(clear.orElse(false) ? AUTHS.subList(0, 1) : AUTHS);
        wanted.filter(it -> !choices.contains(it)).ifPresent(choices::add);
        if (!auth.getItems().equals(choices)) {
            auth.getItems().setAll(choices);
        }
        auth.setValue(wanted.orElse(null));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// Ways to sign in as people read them; what only the file knows as it stands there.
    private final class AuthNames extends StringConverter<String> {

        @Override
        public String toString(String name) {
            if (name == null) {
                return words.of(UiWords.HOST_SEVERAL);
            }
            return AUTHS.contains(name)
                    ? words.of(UiWords.valueOf("AUTH_" + name.toUpperCase(Locale.ROOT)))
                    : words.of(UiWords.AS_IS, name);
        }

        @Override
        public String fromString(String shown) {
            return shown;
        }
    }
}
