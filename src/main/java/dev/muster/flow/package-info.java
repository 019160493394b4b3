/// The verbs in their order, for both faces: reach, probe, assess, plan, run.
///
/// In: a setup, secrets, the folder that Muster keeps its things in. Out: the nouns of the other rooms. Read [Flow]
/// first.
///
/// Never here: a word for a person's eyes, a rule. It only puts the rooms' verbs in a row.
///
/// Decided: a room of its own. Because the window and the command line must do the same in the same order; instead of
/// two such orders, or of one in the class that wires everything, which the faces couldn't import; costs one room.
@NullMarked
package dev.muster.flow;

import org.jspecify.annotations.NullMarked;
