/// Muster as its user runs it, against real Linux hosts: `target/muster/bin/muster` and the hosts of `src/test/lab`.
///
/// In: a built Muster, root on Debian. Out: what the hosts say afterwards. Read {@link dev.muster.lab.Lab} first,
/// then any test. Every test makes its hosts anew; they run one after the other. All carry the tag `lab`: `mvn -Plab
/// test` runs them, after a `mvn package`.
///
/// Never here: a class of Muster's own, but for the window, which a test can't reach from another process: it is
/// driven by keys and ids. What these tests know else is its command line, its exit codes, its JSON and the files it
/// leaves. The one stand-in is Rancher's (its two answers and its agent's image), and its name says so.
@NullMarked
package dev.muster.lab;

import org.jspecify.annotations.NullMarked;
