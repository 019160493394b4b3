/// What the hosts say: the ladder to each of them (DNS → TCP → host key → sign-in → privilege), its [Facts], and what
/// an earlier cluster left there.
///
/// In: the setup and a way to reach hosts. Out: one [Probed] a host. Read [Facts] first. One fixed script a host, one
/// round trip for all facts, and for what the setup wants to know besides ([Questions]): how Rancher and the
/// registries look from there, how fast etcd's disk is.
///
/// The script sends what files and commands say as it is, encoded; its header describes the lines. [FactsReader]
/// makes facts of it here, [WindowsFactsReader] of what `probe.ps1` sends in the same lines. No Windows has answered
/// yet: its cmdlets and their properties are known from Microsoft's documentation only.
///
/// Decided: read in Java what tools of many years print, not in sh on the host. Because a table test a tool costs
/// nothing here, and a value in base64 can't pass for a line; instead of JSON made by sh; costs some 20 KB a host.
///
/// Never here: a judgement. "4 GiB" is a fact; "too little" is `assess`'s word. Nothing is changed on a host;
/// the one file that is written, to time etcd's disk, has lost its name before the first byte.
@NullMarked
package dev.muster.probe;

import org.jspecify.annotations.NullMarked;
