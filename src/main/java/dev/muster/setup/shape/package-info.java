/// What a name, an address, a server and a network may look like, and the sentence for each way of getting it wrong.
///
/// In: a string as somebody wrote it. Out: a [Trouble], or nothing when the string fits. The setup file, the
/// importers and the window's fields ask here, so that one mistake has one sentence.
///
/// Read [HostNameShape] first. Never here: a file, a host, a guess at what was meant.
@NullMarked
package dev.muster.setup.shape;

import org.jspecify.annotations.NullMarked;
