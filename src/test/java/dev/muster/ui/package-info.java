/// Tests of the window: models as plain Java, and one walk from the first page to the last over the practice hosts,
/// in which every page is looked at in both languages and both themes.
@NullMarked
package dev.muster.ui;

import org.jspecify.annotations.NullMarked;
