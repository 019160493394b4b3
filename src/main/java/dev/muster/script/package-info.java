/// Fixed script files and their typed parameters: the one place that quotes for sh and PowerShell.
///
/// In: the name of a file in `resources/scripts/` and values. Out: the text that runs on a host, which is the text on
/// the review page, in the export and in the tests. Read [Script] first.
///
/// Never here, and nowhere else: a script put together from strings.
///
/// Scripts for Windows are written for PowerShell 5.1 and were never run: no PowerShell was at hand. That they parse
/// was seen on 2026-11-23 with the npm package tree-sitter-powershell 0.26.4 (under node's `tree-sitter`): no node
/// `ERROR`, none missing. By hand, in a folder elsewhere: `npm i tree-sitter tree-sitter-powershell`, then a loop
/// over the files that parses each and looks for such nodes. The grammar refuses bare lists (`select A,B`) and a
/// statement behind `param(…)` in the same line, so none are written.
@NullMarked
package dev.muster.script;

import org.jspecify.annotations.NullMarked;
