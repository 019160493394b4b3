/// The page that teaches: what a Windows container is, its isolation and images, the releases of Windows, the
/// architecture of a mixed cluster. One topic a screen, each with a picture of our own, beside the decision it
/// serves.
///
/// Read [dev.muster.ui.teach.Topic] first. Names, builds and dates come from the catalogue; the words are `teach`.
@NullMarked
package dev.muster.ui.teach;

import org.jspecify.annotations.NullMarked;
