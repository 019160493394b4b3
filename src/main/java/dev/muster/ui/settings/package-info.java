/// The page *Settings*: which Rancher and which cluster; the registration command and what was read in it.
@NullMarked
package dev.muster.ui.settings;

import org.jspecify.annotations.NullMarked;
