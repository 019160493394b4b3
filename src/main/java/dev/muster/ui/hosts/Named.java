package dev.muster.ui.hosts;

import dev.muster.ui.kit.UiWords;
import dev.muster.ui.work.NamedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A kind of things that hosts name: logins, bastions.
///
/// @param <F> one of them, as it was typed
interface Named<F extends NamedForm> {

    /// What is said about them.
    ///
    /// @param one what ids and the setup file call one of them: `login`
    record Said(
            String one,
            UiWords title,
            UiWords hint,
            UiWords none,
            UiWords help,
            UiWords add,
            UiWords remove,
            UiWords usual) {

        /// The setup file's key for all of them.
        String all() {
            return one + "s";
        }
    }

    Said said();

    List<F> all();

    /// The one that hosts mean which name none; empty: none.
    String usual();

    void set(List<F> all, String usual);

    /// Changes one; who names it goes on naming it.
    void change(int at, UnaryOperator<F> change);

    /// A new one.
    F named(String name);

    /// Whether the first one is the usual one at once.
    boolean isUsualAtOnce();

    /// Makes the lines of one.
    NamedCard<F> card(int at);

    default void add() {
        var more = new ArrayList<>(all());
        var name = free();
        more.add(named(name));
        set(more, usual().isEmpty() && isUsualAtOnce() ? name : usual());
    }

    /// `login1`, `login2`, …: one that nobody has.
    private String free() {
        var taken = all().stream().map(NamedForm::name).toList();
        var number = taken.size() + 1;
        while (taken.contains(said().one() + number)) {
            number++;
        }
        return said().one() + number;
    }

    default void remove(int at) {
        var left = new ArrayList<>(all());
        var gone = left.remove(at);
        set(left, usual().equals(gone.name()) ? "" : usual());
    }

    /// Makes this one the usual one, or no longer.
    default void usual(int at, boolean now) {
        var name = all().get(at).name();
        if (now || usual().equals(name)) {
            set(all(), now ? name : "");
        }
    }
}
