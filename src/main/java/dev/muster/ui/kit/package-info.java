/// What all pages share: the words ([Words], [UiWords]), signs ([Sign]), ids and style classes as constants, the
/// small parts that pages are made of, and the one way from other threads into the window ([Mailbox], [Errands]).
///
/// Never here: anything that knows a page.
@NullMarked
package dev.muster.ui.kit;

import org.jspecify.annotations.NullMarked;
