/// What the world supports, as data: Rancher lines, Kubernetes, Docker, operating systems, Windows builds, images,
/// ports, sizes, known error messages. Files under `resources/catalog/`, each entry with its source; what a source's
/// short name means stands in `sources.yaml`, with the one date of the catalogue.
///
/// In: those files. Out: records. Read [Catalog] first, then the YAML files beside it.
///
/// Never here: a rule that could be a row. "Unknown" is a value: it is shown as unknown, never green.
///
/// Decided: a line of Rancher is known whole or not at all ([RancherLine]). Because half a line invites a check to
/// call the other half fine; instead of filling in what happens to be known; costs a later issue a line at a time.
///
/// Decided: sizes, ports, kernel and disks are those of RKE1 nodes, which every cluster of the known line is; a
/// second distribution brings a key to these files. Checks ask them only where the line is known.
@NullMarked
package dev.muster.catalog;

import org.jspecify.annotations.NullMarked;
