package dev.muster.ui;

import dev.muster.ui.kit.PageId;
import dev.muster.ui.kit.PageModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which page is shown, and which can be. A page that was visited can be opened at any time; going back loses
/// nothing.
public final class WizardModel {

    private final Map<PageId, PageModel> pages = new EnumMap<>(PageId.class);
    private final Set<PageId> visited = EnumSet.of(PageId.START);
    private final ReadOnlyObjectWrapper<PageId> current = new ReadOnlyObjectWrapper<>(PageId.START);
    /// Where one goes back to from pages beside the stages, the last one at the end.
    private final Deque<PageId> cameFrom = new ArrayDeque<>();

    public WizardModel(List<PageModel> models) {
        for (var model : models) {
            pages.put(model.page(), model);
        }
        if (pages.size() != PageId.values().length) {
            throw new IllegalStateException("pages without a model: " + pages.keySet());
        }
    }

    public ReadOnlyObjectProperty<PageId> current() {
        return current.getReadOnlyProperty();
    }

    public PageModel page(PageId id) {
        var page = pages.get(id);
        if (page == null) {
            throw new IllegalStateException("no page " + id);
        }
        return page;
    }

    public PageModel shown() {
        return page(current.get());
    }

    public boolean canOpen(PageId id) {
        return visited.contains(id);
    }

    /// Shows a page and tells its model.
    public void open(PageId id) {
        if (id.stage()) {
            cameFrom.clear();
        } else if (id != current.get()) {
            cameFrom.remove(id);
            cameFrom.addLast(current.get());
        }
        show(id);
    }

    private void show(PageId id) {
        visited.add(id);
        current.set(id);
        page(id).enter();
    }

    /// What the button at the left end does: back, or the page's own stop.
    public void left() {
        switch (shown().bar().get().left()) {
            case BACK -> back();
            case STOP -> shown().halt();
            case NOTHING -> {}
        }
    }

    private void back() {
        if (current.get().stage()) {
            open(current.get().before());
        } else {
            show(cameFrom.isEmpty() ? PageId.START : cameFrom.removeLast());
        }
    }

    /// What the big button does, when it can be pressed.
    public void go() {
        if (shown().bar().get().open()) {
            shown().go();
        }
    }

    /// Begins anew: another setup has been opened, and what later pages held belongs to the one before.
    public void restart(PageId at) {
        visited.clear();
        for (var page : PageId.values()) {
            if (page.number() <= at.number()) {
                visited.add(page);
            }
        }
        open(at);
    }
}
