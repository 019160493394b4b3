/// What the hosts say: the ladder to each of them (DNS → TCP → host key → sign-in → privilege), its [Facts], and what
/// an earlier cluster left there.
///
/// In: the setup and a way to reach hosts. Out: one [Probed] a host. Read [Facts] first. One fixed script a host, one
/// round trip for all facts.
///
/// Never here: a judgement. "4 GiB" is a fact; "too little" is `assess`'s word. Nothing is changed on a host.
@NullMarked
package dev.muster.probe;

import org.jspecify.annotations.NullMarked;
