/// The window: a wizard over the flow, one page a stage.
///
/// In: a `Flow`, the home folder. Out: nothing but what the flow's verbs do. Read [MusterWindow] first, then
/// [WizardModel], then any page's folder: `start`, `settings`, `hosts`, `reach`, `fits`, `review`, `run`, `report`.
/// Each is a `…Model` (plain Java, no node, tested without a window) and a `…View` (nodes, no rule).
///
/// Never here: a rule. What fits is `assess`'s answer, what runs is `plan`'s; a view decides about pixels only.
///
/// Decided: a change of language builds the views anew over the same models. Because every text is then set in one
/// place, the constructor; instead of a binding a label; costs a rebuild of some milliseconds and the caret's place.
@NullMarked
package dev.muster.ui;

import org.jspecify.annotations.NullMarked;
