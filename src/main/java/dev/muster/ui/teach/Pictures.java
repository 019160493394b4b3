package dev.muster.ui.teach;

import dev.muster.ui.kit.Parts;
import dev.muster.ui.kit.Sign;
import dev.muster.ui.kit.Styles;
import dev.muster.ui.kit.Words;
import dev.muster.ui.teach.Drawn.Kind;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// One picture a topic, of boxes that stand on and in each other.
final class Pictures {

    private final TeachModel model;
    private final Words words;

    Pictures(TeachModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    Node of(Topic topic) {
        return switch (topic) {
            case CONTAINER -> container();
            case ISOLATION -> isolation();
            case IMAGES -> images();
            case CHANNELS -> new Timeline(model.releases(), model.today(), words);
            case CLUSTER -> cluster();
            case LIMITS -> limits();
        };
    }

    private VBox box(Kind kind, TeachWords name, Node... inside) {
        return Drawn.box(kind, words.of(name), inside);
    }

    private VBox told(Kind kind, TeachWords name, TeachWords what, Node... inside) {
        return Drawn.told(kind, words.of(name), words.of(what), inside);
    }

    private Node container() {
        var machines = Drawn.above(
                Drawn.caption(words.of(TeachWords.DRAW_MACHINES)),
                Drawn.beside(
                        Drawn.above(box(Kind.APP, TeachWords.DRAW_APP), box(Kind.KERNEL, TeachWords.DRAW_KERNEL)),
                        Drawn.above(box(Kind.APP, TeachWords.DRAW_APP), box(Kind.KERNEL, TeachWords.DRAW_KERNEL))),
                box(Kind.PLAIN, TeachWords.DRAW_HYPERVISOR),
                box(Kind.PLAIN, TeachWords.DRAW_HARDWARE));
        var containers = Drawn.above(
                Drawn.caption(words.of(TeachWords.DRAW_CONTAINERS)),
                Drawn.beside(
                        told(Kind.APP, TeachWords.DRAW_APP, TeachWords.DRAW_VIEW),
                        told(Kind.APP, TeachWords.DRAW_APP, TeachWords.DRAW_VIEW)),
                told(Kind.KERNEL, TeachWords.DRAW_HOST_KERNEL, TeachWords.DRAW_SERVICES),
                box(Kind.PLAIN, TeachWords.DRAW_HARDWARE));
        return Drawn.beside(machines, containers);
    }

    private Node isolation() {
        var process = Drawn.above(
                Drawn.caption(words.of(TeachWords.DRAW_PROCESS)),
                Drawn.beside(
                        image(Kind.FINE, 17763, Sign.FITS, TeachWords.DRAW_SAME),
                        image(Kind.STRANGE, 17134, Sign.STOPS, TeachWords.DRAW_OTHER)),
                Drawn.box(Kind.KERNEL, words.of(TeachWords.DRAW_HOST_KERNEL) + " 17763"));
        var hyperv = Drawn.above(
                Drawn.caption(words.of(TeachWords.DRAW_HYPERV)),
                box(
                        Kind.PLAIN,
                        TeachWords.DRAW_SMALL_VM,
                        Drawn.box(Kind.APP, words.of(TeachWords.DRAW_IMAGE, 17134)),
                        Drawn.box(Kind.KERNEL, words.of(TeachWords.DRAW_KERNEL) + " 17134")),
                Drawn.box(Kind.KERNEL, words.of(TeachWords.DRAW_HOST_KERNEL) + " 17763"));
        return Drawn.beside(process, hyperv);
    }

    private Node image(Kind kind, int build, Sign sign, TeachWords what) {
        return Drawn.box(kind, words.of(TeachWords.DRAW_IMAGE, build), Parts.signed(sign, words.of(what)));
    }

    private Node images() {
        return Drawn.beside(
                told(Kind.APP, TeachWords.DRAW_NANO, TeachWords.DRAW_NANO_WHAT, names("nano-server")),
                told(Kind.APP, TeachWords.DRAW_CORE, TeachWords.DRAW_CORE_WHAT, names("server-core")),
                told(Kind.APP, TeachWords.DRAW_FULL, TeachWords.DRAW_FULL_WHAT, names("windows"), names("server")));
    }

    private Node names(String role) {
        var names = new VBox();
        model.names(role)
                .forEach(name -> names.getChildren()
                        .add(Parts.wrapped(name.replace("/", "/\u200b"), Styles.MONO, Styles.AS_IS, "centred")));
        names.getStyleClass().add("drawn-names");
        return names;
    }

    private Node cluster() {
        return Drawn.above(
                box(Kind.PLAIN, TeachWords.DRAW_RANCHER),
                Drawn.beside(
                        told(Kind.KERNEL, TeachWords.DRAW_LINUX_FIRST, TeachWords.DRAW_LINUX_FIRST_WHAT),
                        told(Kind.KERNEL, TeachWords.DRAW_LINUX_WORKER, TeachWords.DRAW_LINUX_WORKER_WHAT),
                        told(
                                Kind.FINE,
                                TeachWords.DRAW_WINDOWS,
                                TeachWords.DRAW_WINDOWS_WHAT,
                                told(Kind.APP, TeachWords.DRAW_PODS, TeachWords.DRAW_PAUSE))));
    }

    private Node limits() {
        return Drawn.beside(
                told(Kind.PLAIN, TeachWords.DRAW_STANDARD, TeachWords.DRAW_TWO, squares(2)),
                told(Kind.PLAIN, TeachWords.DRAW_DATACENTER, TeachWords.DRAW_NO_LIMIT, squares(8)),
                told(Kind.PLAIN, TeachWords.DRAW_LINUX_VM, TeachWords.DRAW_LINUX_VM_WHAT));
    }

    /// So many containers under Hyper-V isolation.
    private static Node squares(int count) {
        var row = Parts.row("drawn-squares");
        IntStream.range(0, count).forEach(_ -> {
            var square = new javafx.scene.layout.Region();
            square.getStyleClass().add("drawn-square");
            row.getChildren().add(square);
        });
        return row;
    }
}
