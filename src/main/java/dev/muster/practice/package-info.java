/// Hosts to practise with, in this process only: real SSH protocol servers on loopback and random ports, with
/// scripted hosts behind them.
///
/// In: nothing but a speed. Out: the setup file that is about them, their keys, the secrets that the file refers to.
/// Read [PracticeHosts] first, then [Personality].
///
/// A practice host answers to what Muster really sends (the door sign of `remote` says what) and behaves as a Linux
/// host would: it has an engine for jobs, a lock, a kernel without some modules, and joins a Rancher that isn't
/// there. It knows the fixed scripts by their name lines. What it doesn't know it refuses aloud, with exit status
/// 127.
///
/// Never here: an address but loopback's; a file; a word to or from a real host; a default password (each start makes
/// its own). Nothing that works on real hosts comes here: only the faces and tests do.
@NullMarked
package dev.muster.practice;

import org.jspecify.annotations.NullMarked;
