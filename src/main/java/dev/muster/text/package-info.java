/// All words, English and Simplified Chinese: renders a [dev.muster.base.Text] for the faces and the report.
///
/// In: a text, a language. Out: a string. Read [Texts] first.
///
/// Never here: a rule, a fact, a choice other than of words.
@NullMarked
package dev.muster.text;

import org.jspecify.annotations.NullMarked;
