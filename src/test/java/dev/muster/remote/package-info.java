/// Tests of the way to a host, against real SSH servers in this process ([TestServer]) whose commands are run by this
/// machine's own sh.
@NullMarked
package dev.muster.remote;

import org.jspecify.annotations.NullMarked;
