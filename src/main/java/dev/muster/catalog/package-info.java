/// What the world supports, as data: Rancher lines, Kubernetes, Docker, operating systems, Windows builds, images,
/// ports, sizes, known error messages. Files under `resources/catalog/`, each entry with its source.
///
/// In: those files. Out: records. Read [Catalog] first.
///
/// Never here: a rule that could be a row. "Unknown" is a value: it is shown as unknown, never green.
@NullMarked
package dev.muster.catalog;

import org.jspecify.annotations.NullMarked;
