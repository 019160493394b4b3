/// The few values that everybody speaks: [HostName], [Bytes], [Reading] (known or unknown), [Text] (a [Key] with
/// arguments), [Problem], [Secret] and redaction; and how a file is kept from others ([PrivateFiles]).
///
/// Every room may import this one; it imports nothing of ours. Read [Reading] first: nothing in Muster turns
/// "unknown" into zero, empty, false or green.
///
/// Never here: what stands in a file, a socket, a clock, a word of any language.
///
/// Decided: sentences are [Text], rendered by a face only. Because both languages, JSON and tests must see the same
/// fact; instead of formatted strings in exceptions; costs one constant and two lines of properties a sentence.
@NullMarked
package dev.muster.base;

import org.jspecify.annotations.NullMarked;
