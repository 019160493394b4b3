/// What is being worked on, as all pages see it: the [Form] that the admin fills, the setup that the file's reader
/// makes of it, the answers of the hosts, the findings, the plan; drafts and preferences on disk. Read [Work] first.
///
/// In: what pages change. Out: values that pages show. Rules are asked for, never held: a form becomes a setup by
/// `SetupFile`, whose problems name the fields.
///
/// Decided: the form holds what was typed, faulty or not. Because an input that is wrong must still be there to be
/// mended; instead of editing a setup, which can't be wrong; costs one reader and one writer.
@NullMarked
package dev.muster.ui.work;

import org.jspecify.annotations.NullMarked;
