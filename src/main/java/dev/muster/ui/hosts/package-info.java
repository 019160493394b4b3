/// The page *Hosts*: the table of hosts, their logins, and pasting many.
@NullMarked
package dev.muster.ui.hosts;

import org.jspecify.annotations.NullMarked;
