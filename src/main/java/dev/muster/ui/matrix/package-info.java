/// The page *Matrix*: which Windows image runs on which Windows host, as a picture, with the admin's own hosts and
/// images and with what the chosen Rancher runs. Beside the stages, reached from all of them; *Back* leads to where
/// one came from.
///
/// Read [dev.muster.ui.matrix.MatrixPageModel] first. The answers are `assess`' ([dev.muster.assess.Overlay]); files
/// are written by `report`.
///
/// Decided: the grid is one stop of the Tab key, and arrows move in it. Because 240 stops would keep a keyboard from
/// ever getting past it; instead of a table control, whose cells can't grow with the window; costs one key handler.
@NullMarked
package dev.muster.ui.matrix;

import org.jspecify.annotations.NullMarked;
