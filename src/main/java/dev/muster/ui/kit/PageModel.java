package dev.muster.ui.kit;

import javafx.beans.property.ReadOnlyObjectProperty;

/// What the shell needs to know of a page: what stands in the bottom bar and in the rail, and what the button does.
public interface PageModel {

    PageId page();

    ReadOnlyObjectProperty<Bar> bar();

    ReadOnlyObjectProperty<Standing> standing();

    /// What the big button says. Called only while [Bar#open] is true.
    void go();

    /// The page comes into view.
    default void enter() {}

    /// The button at the left of the bar, where it isn't *Back*.
    default void halt() {}
}
