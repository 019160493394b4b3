/// The setup file: reading it, its schema, saving it with its comments kept, drafts of it.
///
/// In: a file or its text. Out: a [dev.muster.setup.Setup], or every problem found, each with line, column, field,
/// value, what, why and fix. Read [SetupFile] first; it names the stages in order: text, YAML, schema, keys that are
/// not yet honoured, rules, records.
///
/// Never here: a secret in clear in a problem (see `Hidden`), a default that the review page can't show, a socket.
///
/// Decided: YAML is read by events into a small tree of our own, with limits counted as it grows. Because a hostile
/// file (aliases that explode, ten thousand levels) must be refused before it is in memory; instead of binding by a
/// library; costs the class `YamlReader`.
@NullMarked
package dev.muster.setup.file;

import org.jspecify.annotations.NullMarked;
